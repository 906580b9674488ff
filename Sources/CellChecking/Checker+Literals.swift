internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    func boolean(_ value: Bool, _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        if let type = expecting?.nominal, type.hostType is any ExpressibleByBooleanLiteral.Type, type.kind == .host {
            return make(.boolean(value), .nominal(type, []), span)
        }
        return make(.boolean(value), .bool, span)
    }

    func string(_ segments: [StringSegment], _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        let checked = segments.map { segment -> CheckedSegment in
            switch segment {
            case .text(let text): return .text(text)
            case .interpolation(let expression):
                let value = check(expression)
                refuseMixed(in: value)
                solver.settleLiterals(in: value.type)
                return .interpolation(value)
            }
        }
        var type = CellType.string
        let wanted = expecting.map { $0.wrapped ?? $0 }
        if let wanted, wanted.isConcrete {
            guard let nominal = wanted.nominal else { return make(.string(checked), type, span) }
            if nominal === BuiltIn.character, segments.isOneCharacter {
                type = .character
            } else if nominal === BuiltIn.substring
                || nominal.kind == .host && nominal.hostType is any ExpressibleByStringLiteral.Type
                || nominal.hostType == Unicode.Scalar.self && segments.isOneScalar
            {
                type = .nominal(nominal, [])
            }
        } else if segments.isPlainText {
            // What stands around it tells: `let letters: [Character] = ["a", "b"].filter { $0 != "a" }`.
            type = solver.fresh(literal: segments.isOneCharacter ? .character : .string)
        }
        return make(.string(checked), type, span)
    }

    func nilLiteral(_ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        guard let expecting else { return failed(.nilUntyped, at: span) }
        // Beside what is wrong already.
        if expecting.isUnknown { return invalid(span) }
        if expecting.wrapped != nil { return make(.nilLiteral, expecting, span) }
        if case .variable = expecting.resolved {
            let optional = CellType.optional(solver.fresh("Wrapped"))
            if solver.unify(optional, expecting) { return make(.nilLiteral, optional, span) }
        }
        return failed(.nilForValue(expecting.settled), at: span)
    }

    // MARK: Arrays

    func array(_ elements: [Expression], _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        let wanted = expecting.map { $0.wrapped ?? $0 }
        if let nominal = wanted?.nominal {
            if nominal === BuiltIn.set, case .nominal(_, let arguments)? = wanted?.resolved {
                return make(.array(self.elements(elements, arguments[0])), wanted ?? .unknown, span)
            }
            if nominal.kind == .host, let literal = hostArray(elements, nominal, span) { return literal }
        }
        var element: CellType?
        if case .nominal(let type, let arguments)? = wanted?.resolved, type === BuiltIn.array || type === BuiltIn.slice
        {
            element = arguments.first
        }
        if let element, element.resolved.isConcrete {
            let values = self.elements(elements, element)
            let isSlice = wanted?.isNominal(BuiltIn.slice) ?? false
            return make(.array(values), isSlice ? .nominal(BuiltIn.slice, [element]) : .array(element), span)
        }
        if elements.isEmpty { return make(.array([]), .array(element ?? solver.fresh("Element")), span) }
        let (values, type) = joinedOrAnything(elements, element, expecting, span) { .elementsDiffer($0, $1) }
        let isSlice = wanted?.isNominal(BuiltIn.slice) ?? false
        return make(.array(values), isSlice ? .nominal(BuiltIn.slice, [type]) : .array(type), span)
    }

    private func elements(_ elements: [Expression], _ type: CellType) -> [CheckedExpression] {
        elements.map { check($0, to: type, .element) }
    }

    /// `let t: Tensor = [1, 2, 3]`: by the type's `init(arrayLiteral:)`.
    private func hostArray(_ elements: [Expression], _ type: NominalType, _ span: SourceSpan) -> CheckedExpression? {
        let signatures = declared("init", on: type.name)
        let literals = signatures.filter { $0.parameters.count == 1 && $0.parameters[0].label == "arrayLiteral" }
        guard let signature = literals.first else { return nil }
        let values = self.elements(elements, signature.parameters[0].type)
        let array = make(.array(values), .array(signature.parameters[0].type), span)
        return make(.call(signature, receiver: nil, [array]), .nominal(type, []), span)
    }

    // MARK: Dictionaries, tuples

    func dictionary(
        _ elements: [(key: Expression, value: Expression)], _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        let wanted = expecting.map { $0.wrapped ?? $0 }
        var key: CellType?
        var value: CellType?
        if case .nominal(let type, let arguments)? = wanted?.resolved, type === BuiltIn.dictionary {
            key = arguments[0]
            value = arguments[1]
        }
        if elements.isEmpty {
            let type = CellType.dictionary(key ?? solver.fresh("Key"), value ?? solver.fresh("Value"))
            return make(.dictionary([]), type, span)
        }
        let mistake = { (a: CellType, b: CellType) in Mistake.entriesDiffer(a, b) }
        let (keys, keyType) = joined(elements.map(\.key), key, span, mistake)
        let (values, valueType) = joinedOrAnything(elements.map(\.value), value, expecting, span, mistake)
        if !conformances.has(keyType, "Hashable") {
            error(.notHashable(keyType.settled), at: span)
        }
        return make(
            .dictionary(Array(zip(keys, values)).map { (key: $0.0, value: $0.1) }), .dictionary(keyType, valueType),
            span)
    }

    func tuple(_ elements: [Argument], _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        var wanted: [CellType?] = Array(repeating: nil, count: elements.count)
        if case .tuple(let types)? = expecting.map({ $0.wrapped ?? $0 })?.resolved, types.count == elements.count {
            wanted = types.map(\.type)
        } else if expecting?.isExistential ?? false {
            wanted = elements.map { $0.value.isWrittenCollection ? expecting : nil }
        }
        let values = zip(elements, wanted).map { element, wanted in
            guard let wanted, wanted.isListOfAnything else { return check(element.value, expecting: wanted) }
            return checkWished(element.value, wanted)
        }
        if elements.count == 1, elements[0].label != nil { error(.labelledSingleElement, at: span) }
        let isPlain = elements.allSatisfy { $0.label == nil }
        let labels = isPlain ? wantedLabels(expecting, elements.count) : elements.map(\.label)
        let types = zip(labels, values).map { TupleElementType(label: $0, type: $1.type) }
        return make(.tuple(values), .tuple(types), span)
    }

    /// Those of the type that is wanted; a tuple without labels takes them.
    private func wantedLabels(_ expecting: CellType?, _ count: Int) -> [String?] {
        if case .tuple(let types)? = expecting.map({ $0.wrapped ?? $0 })?.resolved, types.count == count {
            return types.map(\.label)
        }
        return Array(repeating: nil, count: count)
    }
}

extension [StringSegment] {
    /// Whether nothing is put into it.
    fileprivate var isPlainText: Bool {
        allSatisfy { if case .text = $0 { true } else { false } }
    }
}
