internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    func call(
        _ callee: Expression, _ arguments: CallArguments, expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        switch callee.kind {
        case .name(let name): return callName(name, callee, arguments, expecting, span)
        case .member(let base, let name, let nameSpan):
            if let type = nestedType(base, name, nameSpan) {
                return construct(type, named: source[callee.span], arguments, expecting, span)
            }
            if let functions = moduleFunctions(base, name) {
                return call(functions, named: name, arguments, expecting, span, nameSpan: nameSpan)
            }
            return callMember(base, name, nameSpan, arguments, expecting, span)
        case .type(let reference):
            return construct(resolve(reference), named: source[reference.span], arguments, expecting, span)
        case .array, .dictionary:
            if let reference = writtenType(callee) {
                return construct(resolve(reference), named: source[reference.span], arguments, expecting, span)
            }
        default: break
        }
        return callValue(check(callee), arguments, expecting, span)
    }

    /// `[Int]` in `[Int]()`: the parser has read a literal, which is a type when its parts are.
    func writtenType(_ expression: Expression) -> TypeReference? {
        let span = expression.span
        switch expression.kind {
        case .type(let reference): return reference
        case .name(let name):
            guard case .type = look(up: name, span) else { return nil }
            return TypeReference(.named(name, []), span)
        case .member(let base, let name, _):
            return nestedType(base, name).map { TypeReference(.named("\($0)", []), span) }
        case .array(let elements):
            guard elements.count == 1, let element = writtenType(elements[0]) else { return nil }
            return TypeReference(.array(element), span)
        case .dictionary(let entries):
            guard entries.count == 1, let key = writtenType(entries[0].key), let value = writtenType(entries[0].value)
            else { return nil }
            return TypeReference(.dictionary(key, value), span)
        case .tuple(let parts):
            let types = parts.compactMap { part in writtenType(part.value).map { (label: part.label, type: $0) } }
            return types.count == parts.count ? TypeReference(.tuple(types), span) : nil
        case .parenthesized(let inner): return writtenType(inner)
        case .chain(let inner): return writtenType(inner)
        case .chained(let inner): return writtenType(inner).map { TypeReference(.optional($0), span) }
        default: return nil
        }
    }

    private func callName(
        _ name: String, _ callee: Expression, _ arguments: CallArguments, _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        probe(name: name, at: callee.span)
        switch look(up: name, callee.span) {
        case .variable(let found): return callValue(variable(found, callee.span), arguments, expecting, span)
        case .field(let base, let index):
            return callValue(field(base, index, callee.span), arguments, expecting, span)
        case .candidates(let candidates):
            if let property = candidates.first(where: \.isProperty) {
                return callValue(self.property(property, callee.span), arguments, expecting, span)
            }
            return call(candidates, named: name, arguments, expecting, span, nameSpan: callee.span)
        case .type(let type): return construct(type, named: name, arguments, expecting, span)
        case .nothing:
            _ = reference(name, expecting: nil, callee.span)
            checkLoosely(arguments)
            return invalid(span)
        }
    }

    /// A call of something unknown: its arguments are still looked at for mistakes of their own. Which of several functions
    /// one would be is none.
    func checkLoosely(_ arguments: CallArguments) {
        for argument in arguments.parenthesized where !argument.value.needsContext && !isOverloaded(argument.value) {
            _ = check(argument.value)
        }
    }

    // MARK: Initialisers

    /// `Tensor(…)`, `[Int]()`.
    func construct(
        _ type: CellType, named name: String, _ arguments: CallArguments, _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        if type.isUnknown {
            checkLoosely(arguments)
            return invalid(span)
        }
        // Fresh variables for what `Array(…)` leaves open.
        var opened = type
        if case .nominal(let nominal, let list) = type, list.count != nominal.genericParameters.count || list.isEmpty {
            opened = .nominal(nominal, nominal.genericParameters.map { solver.fresh($0) })
        }
        if case .nominal(let nominal, let list) = type, !list.isEmpty, list.allSatisfy({ !$0.freeVariables.isEmpty }) {
            opened = .nominal(nominal, nominal.genericParameters.map { solver.fresh($0) })
        }
        if arguments.isSingleLiteral(for: opened), let literal = literalConversion(opened, arguments, span) {
            return literal
        }
        let candidates = staticMembers(of: opened, "init")
        guard !candidates.isEmpty else {
            checkLoosely(arguments)
            return failed(.noInitializers(type), at: span)
        }
        return call(candidates, named: name, arguments, expecting, span, nameSpan: span)
    }

    /// `Double(3)`, `Float(0.5)`: the literal itself, as Swift has it.
    private func literalConversion(
        _ type: CellType, _ arguments: CallArguments, _ span: SourceSpan
    ) -> CheckedExpression? {
        guard let argument = arguments.parenthesized.first else { return nil }
        let value = check(argument.value, expecting: type)
        return solver.unify(value.type, type) ? value : nil
    }

    // MARK: Function values

    func callValue(
        _ callee: CheckedExpression, _ arguments: CallArguments, _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        let type = callee.type.resolved
        if type.isUnknown {
            checkLoosely(arguments)
            return invalid(span)
        }
        if case .function(let function) = type { return callFunction(callee, function, arguments, span) }
        if case .metatype(let instance) = type {
            return construct(instance, named: "\(instance)", arguments, expecting, span)
        }
        let candidates = members(of: type, "callAsFunction", receiver: callee)
        if !candidates.isEmpty {
            return call(candidates, named: "\(type)", arguments, expecting, span, nameSpan: callee.span)
        }
        checkLoosely(arguments)
        return failed(.notCallable(type.settled), at: callee.span)
    }

    private func callFunction(
        _ callee: CheckedExpression, _ function: FunctionType, _ arguments: CallArguments, _ span: SourceSpan
    ) -> CheckedExpression {
        if function.isThrowing { noteThrow(at: span, .call) }
        let all = arguments.parenthesized + arguments.trailing
        if let labelled = all.first(where: { $0.label != nil }), let label = labelled.label {
            error(
                .extraneousLabel(label), at: labelled.labelSpan ?? labelled.value.span,
                hints: ["a function that is a value is called without labels"])
        }
        guard all.count == function.parameters.count else {
            let count = function.parameters.count
            // The call may only not be whole yet: what is typed is looked at.
            if probe != nil { for argument in all { _ = check(argument.value.place) } }
            return failed(
                .wrongArgumentCount(count, of: CellType.function(function), got: all.count),
                at: span)
        }
        let values = zip(all, function.parameters).map { argument, parameter in
            self.argument(argument.value, parameter.type, isInOut: parameter.isInOut)
        }
        return make(.callValue(callee, values), function.result, span)
    }

    /// An argument as its parameter wants it.
    func argument(_ value: Expression, _ type: CellType, isInOut: Bool) -> CheckedExpression {
        guard isInOut else { return check(value, to: type, .argument) }
        return inOutArgument(value, checked: nil, type)
    }

    func inOutArgument(_ value: Expression, checked: CheckedExpression?, _ type: CellType) -> CheckedExpression {
        guard case .inOut(let place) = value.kind else {
            return failed(
                .missingAmpersand(type.settled), at: value.span)
        }
        let target = checked ?? check(place)
        requireAssignable(target, for: .inOutArgument)
        if !solver.unify(target.type, type) {
            return failed(Purpose.argument.mistake(target.type.settled, type.settled), at: value.span)
        }
        return make(.inOut(target), type, value.span)
    }

    // MARK: Errors

    /// A call or access that may throw: it needs a `try`, and someone who handles the error.
    func noteThrow(at span: SourceSpan, _ access: Mistake.Access) {
        if context.tryDepth == 0 {
            error(.unmarkedThrow(access), at: span)
            return
        }
        guard context.handledDepth == 0 else { return }
        context.foundThrow = true
        if context.kind == .function, !context.mayThrow {
            error(
                .unhandledErrors, at: span,
                hints: ["mark the function 'throws', or use do/catch or 'try?'"])
        }
    }
}

extension Candidate {
    var isProperty: Bool { if case .property = signature.kind { true } else { false } }
}

extension CallArguments {
    /// Whether it is one literal number for a number's type.
    fileprivate func isSingleLiteral(for type: CellType) -> Bool {
        guard parenthesized.count == 1, trailing.isEmpty, parenthesized[0].label == nil, let nominal = type.nominal
        else {
            return false
        }
        switch parenthesized[0].value.kind {
        case .integer: return [BuiltIn.int, BuiltIn.double, BuiltIn.float].contains(nominal)
        case .prefix("-", let operand):
            if case .integer = operand.kind { return [BuiltIn.int, BuiltIn.double, BuiltIn.float].contains(nominal) }
            if case .float = operand.kind { return [BuiltIn.double, BuiltIn.float].contains(nominal) }
            return false
        case .float: return [BuiltIn.double, BuiltIn.float].contains(nominal)
        default: return false
        }
    }
}

extension Expression {
    /// What is behind `&`, or the expression itself.
    fileprivate var place: Expression {
        if case .inOut(let place) = kind { return place }
        return self
    }
}
