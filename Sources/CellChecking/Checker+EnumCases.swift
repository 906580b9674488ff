internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// The cases of an enum, and what it gets by itself: raw values, `allCases`.
    func declareCases(_ cases: [EnumCaseDeclaration], _ type: NominalType, _ selfType: CellType) {
        for declaration in cases { declareCase(declaration, type, selfType) }
        guard type.kind == .enumeration else { return }
        if type.rawType != nil {
            setRawValues(cases, type)
            declareRawValue(type, selfType)
        }
        if type.conformances.contains("CaseIterable") {
            type.user?.members["allCases"] = [
                Signature(
                    kind: .property, name: "allCases", owner: type.name, isStatic: true, parameters: [],
                    result: .array(selfType), documentation: "All cases, in the order of their declaration.",
                    implementation: .synthesized(.allCases, type))
            ]
        }
    }

    private func declareCase(_ declaration: EnumCaseDeclaration, _ type: NominalType, _ selfType: CellType) {
        let parameters = (declaration.parameters ?? []).map(signatureParameter)
        let payload = parameters.map { TupleElementType(label: $0.label, type: $0.type) }
        if type.cases.contains(where: { $0.name == declaration.name }) {
            error(.redeclared(declaration.name), at: declaration.span)
        }
        type.cases.append(
            CaseDeclaration(
                name: declaration.name, payload: payload, isIndirect: declaration.isIndirect, rawValue: nil))
        let signature = Signature(
            kind: parameters.isEmpty ? .property : .function, name: declaration.name, owner: type.name, isStatic: true,
            parameters: parameters, result: selfType, implementation: .enumCase(type, type.cases.count - 1))
        type.user?.members[declaration.name, default: []].append(signature)
    }

    // MARK: Raw values

    private func setRawValues(_ cases: [EnumCaseDeclaration], _ type: NominalType) {
        guard let raw = type.rawType else { return }
        var next = 0
        for (index, declaration) in cases.enumerated() where type.cases.indices.contains(index) {
            if let written = declaration.rawValue {
                guard let value = rawValue(written, raw) else {
                    refuseRawValue(written, raw)
                    continue
                }
                type.cases[index].rawValue = value
                if case .int(let number) = value { next = number &+ 1 }
            } else if raw.isNominal(BuiltIn.string) {
                type.cases[index].rawValue = .string(declaration.name)
            } else if raw.isNominal(BuiltIn.int) {
                type.cases[index].rawValue = .int(next)
                next = next &+ 1
            } else {
                error(
                    .missingRawValue,
                    at: declaration.span)
            }
            refuseTwice(type.cases[index].rawValue, type.cases[..<index], declaration)
        }
    }

    private func refuseRawValue(_ written: Expression, _ raw: CellType) {
        switch written.kind {
        case .integer, .float, .boolean, .nilLiteral, .string, .prefix("-", _):
            if case .string(let segments) = written.kind, segments.contains(where: \.isInterpolation) { break }
            let value = check(written)
            solver.settleLiterals(in: value.type)
            return error(Purpose.specified.mistake(value.type.settled, raw), at: written.span)
        default: break
        }
        error(.rawValueNoLiteral, at: written.span)
    }

    private func refuseTwice(
        _ value: CellValue?, _ before: ArraySlice<CaseDeclaration>, _ declaration: EnumCaseDeclaration
    ) {
        guard let value, let first = before.first(where: { $0.rawValue?.isEqual(to: value) == true }) else { return }
        error(
            .rawValueNotUnique, at: declaration.rawValue?.span ?? declaration.span,
            hints: ["'.\(first.name)' has it already"])
    }

    private func rawValue(_ expression: Expression, _ raw: CellType) -> CellValue? {
        switch expression.kind {
        case .integer(let value): return number(Double(value), integer: value, raw)
        case .float(let value): return number(value, integer: nil, raw)
        case .prefix("-", let operand):
            switch operand.kind {
            case .integer(let value): return number(-Double(value), integer: 0 &- value, raw)
            case .float(let value): return number(-value, integer: nil, raw)
            default: return nil
            }
        case .string(let segments):
            guard segments.count <= 1 else { return nil }
            var text = ""
            if let first = segments.first {
                guard case .text(let only) = first else { return nil }
                text = only
            }
            if raw.isNominal(BuiltIn.string) { return .string(text) }
            return raw.isNominal(BuiltIn.character) && text.count == 1 ? .character(StringBox(text)) : nil
        default: return nil
        }
    }

    private func number(_ value: Double, integer: Int?, _ raw: CellType) -> CellValue? {
        if raw.isNominal(BuiltIn.double) { return .double(value) }
        if raw.isNominal(BuiltIn.float) { return .float(Float(value)) }
        return raw.isNominal(BuiltIn.int) ? integer.map { .int($0) } : nil
    }

    private func declareRawValue(_ type: NominalType, _ selfType: CellType) {
        guard let raw = type.rawType else { return }
        type.user?.members["rawValue"] = [
            Signature(
                kind: .property, name: "rawValue", owner: type.name, parameters: [], result: raw,
                documentation: "The value that stands for the case.", implementation: .synthesized(.rawValue, type))
        ]
        type.user?.members["init", default: []].append(
            Signature(
                kind: .initializer(isFailable: true), name: "init", owner: type.name, isStatic: true,
                parameters: [SignatureParameter(label: "rawValue", name: "rawValue", type: raw)],
                result: .optional(selfType), documentation: "The case with a raw value, nil when there is none.",
                implementation: .synthesized(.initRawValue, type)))
    }
}

extension StringSegment {
    fileprivate var isInterpolation: Bool { if case .interpolation = self { true } else { false } }
}
