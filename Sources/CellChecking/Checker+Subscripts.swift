internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    func subscripted(_ base: Expression, _ arguments: [Argument], _ span: SourceSpan) -> CheckedExpression {
        let value = arrayOverload(check(base))
        refuseMixed(in: value)
        solver.settleTexts(in: value.type.literalOnly)
        switch value.type.resolved {
        case .unknown:
            return invalid(span)
        case .nominal(let type, let list):
            switch type {
            case BuiltIn.array, BuiltIn.slice: return element(value, list[0], arguments, span)
            case BuiltIn.dictionary: return entry(value, list[0], list[1], arguments, span)
            case BuiltIn.range:
                guard let only = single(arguments, span) else { return invalid(span) }
                let index = check(only, to: .int, .argument)
                return make(.builtInSubscript(.rangeElement, value, [index]), list[0], span)
            case BuiltIn.string, BuiltIn.substring:
                let given = arguments.map { check($0.value) }
                if given.contains(where: { $0.type.isUnknown }) { return invalid(span) }
                return failed(
                    .stringIndexedByInteger, at: span,
                    hints: ["its characters as an array: Array(text)[i]", "a part: text.prefix(n), text.dropFirst(n)"])
            default:
                if conformances.traits(of: value.type).contains(.indexed),
                    let element = conformances.element(of: value.type)
                {
                    return self.element(value, element, arguments, span)
                }
                return declaredSubscript(value, arguments, span)
            }
        default: return declaredSubscript(value, arguments, span)
        }
    }

    private func single(_ arguments: [Argument], _ span: SourceSpan) -> Expression? {
        guard arguments.count == 1, arguments[0].label == nil else {
            error(.indexCount(got: arguments.count), at: span)
            return nil
        }
        return arguments[0].value
    }

    private func element(
        _ value: CheckedExpression, _ element: CellType, _ arguments: [Argument], _ span: SourceSpan
    ) -> CheckedExpression {
        guard let only = single(arguments, span) else { return invalid(span) }
        let index = check(only)
        if solver.unify(index.type, .int) {
            return make(.builtInSubscript(.element, value, [index]), element, span)
        }
        let ranges = [
            BuiltIn.range, BuiltIn.closedRange, BuiltIn.rangeFrom, BuiltIn.rangeUpTo, BuiltIn.rangeThrough,
            BuiltIn.unboundedRange,
        ]
        if case .nominal(let type, let bounds) = index.type.resolved, ranges.contains(type),
            bounds.allSatisfy({ solver.unify($0, .int) })
        {
            return make(.builtInSubscript(.slice, value, [index]), .nominal(BuiltIn.slice, [element]), span)
        }
        solver.settleLiterals(in: index.type)
        if index.type.isUnknown { return invalid(span) }
        return failed(
            .indexNoInt(index.type.settled), at: only.span)
    }

    private func entry(
        _ value: CheckedExpression, _ key: CellType, _ element: CellType, _ arguments: [Argument], _ span: SourceSpan
    ) -> CheckedExpression {
        guard let first = arguments.first, first.label == nil else {
            return failed(.missingKey, at: span)
        }
        let index = check(first.value, to: key, .argument)
        if arguments.count == 1 {
            return make(.builtInSubscript(.key, value, [index]), .optional(element), span)
        }
        guard arguments.count == 2, arguments[1].label == "default" else {
            return failed(.dictionaryIndices, at: span)
        }
        let expression = arguments[1].value
        let standard = closure(
            ClosureLiteral(
                parameters: nil, captures: [], throwsMark: false, result: nil,
                body: [Statement(.expression(expression), expression.span)], anonymousCount: 0, span: expression.span),
            expecting: .function(FunctionType(parameters: [], isThrowing: false, result: element)), expression.span)
        return make(.builtInSubscript(.keyWithDefault, value, [index, standard]), element, span)
    }

    /// A subscript of the library or of the user.
    private func declaredSubscript(
        _ value: CheckedExpression, _ arguments: [Argument], _ span: SourceSpan
    ) -> CheckedExpression {
        let candidates = members(of: value.type, "subscript", receiver: value).filter(\.signature.isReadable)
        guard !candidates.isEmpty else {
            for argument in arguments where !argument.value.needsContext { _ = check(argument.value) }
            if let wrapped = value.type.wrapped {
                return failed(
                    .subscriptOfOptional(value.type.settled, wrapped: wrapped.settled),
                    at: value.span, hints: ["use '?' to chain, or '!' to force"])
            }
            let isSequence = conformances.element(of: value.type) != nil
            return failed(
                .noSubscripts(value.type.settled), at: value.span,
                hints: isSequence ? ["make an array of it: Array(…)[i]"] : [])
        }
        let list = CallArguments(parenthesized: arguments, trailing: [], span: span)
        let result = call(candidates, named: "subscript", list, nil, span, nameSpan: span)
        if case .call(let signature, let receiver?, let values) = result.kind {
            result.kind = .subscripted(signature, receiver: receiver, values)
        }
        return result
    }

    // MARK: Places that take more than they give

    /// `map[i] = x`, where the subscript gives a tensor, and takes a number too: the place for it, with the number.
    ///
    /// The value's own meaning decides, as it stands by itself; what the subscript's first type can hold stays its.
    func secondPlace(
        for value: Expression, at place: CheckedExpression
    ) -> (place: CheckedExpression, value: CheckedExpression)? {
        guard case .subscripted(let first, let receiver, let indices) = place.kind, !value.needsContext else {
            return nil
        }
        let others = members(of: receiver.type, "subscript", receiver: receiver).map(\.signature).filter {
            !$0.isReadable && $0.parameters.map(\.type) == first.parameters.map(\.type)
        }
        guard !others.isEmpty else { return nil }
        let tried = trial { () -> (CheckedExpression, CheckedExpression)? in
            let checked = check(value)
            guard findings.diagnostics.isEmpty, conversion(from: checked.type, to: place.type) == nil else {
                return nil
            }
            for other in others {
                guard let converted = convert(checked, to: other.result) else { continue }
                return (make(.subscripted(other, receiver: receiver, indices), other.result, place.span), converted)
            }
            return nil
        }
        if tried.result != nil { return keep(tried) }
        drop(tried)
        return nil
    }
}
