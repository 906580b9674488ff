internal import CellMeaning
internal import CellSyntax
internal import CellValues

// Literals of several kinds that nothing around them makes one: `[1 + 2, 0.5]` is a list of `Any` for Swift, which it refuses.
extension Checker {
    /// Whether it is made of integers by operators, of which Swift takes those for `Int` before it looks at what stands beside it.
    func isComputedOfIntegers(_ value: CheckedExpression, since first: Int) -> Bool {
        let open = value.type.freeVariables.filter { $0.literal == .integer }
        guard !open.isEmpty else { return false }
        if case .coalesce(let optional, _, _) = value.kind, optional.isOfMember { return true }
        return findings.undecided.dropFirst(first).contains { expression in
            guard case .undecided(_, let operands) = expression.kind, operands.count == 2 else { return false }
            return operands[0].type.freeVariables.contains { open.contains($0) }
        }
    }

    /// The elements of a list, or the values of a dictionary, as one type; of several types, where anything will do, `Any`:
    /// `print([1, "a"])`.
    func joinedOrAnything(
        _ parts: [Expression], _ part: CellType?, _ expecting: CellType?, _ span: SourceSpan,
        _ mistake: @escaping (CellType, CellType) -> Mistake
    ) -> ([CheckedExpression], CellType) {
        guard let anything = expecting.flatMap(anything(in:)) else { return joined(parts, part, span, mistake) }
        let tried = trial { joined(parts, part, span, mistake) }
        if tried.isFlawless, tried.findings.mixed.isEmpty { return keep(tried) }
        drop(tried)
        return (parts.map { check($0, to: anything, .element) }, anything)
    }

    /// `Any` itself, or in an optional.
    private func anything(in type: CellType) -> CellType? {
        if let wrapped = type.wrapped { return anything(in: wrapped) }
        return if case .existential("Any") = type.resolved { type.resolved } else { nil }
    }

    func holdsFractions(_ type: CellType) -> Bool {
        switch type.resolved {
        case .variable(let variable): variable.literal == .float
        case .nominal(let nominal, let arguments):
            nominal === BuiltIn.double || nominal === BuiltIn.float || arguments.contains(where: holdsFractions)
        default: false
        }
    }

    /// `[0.5].first ?? 0`, whose sides are literals of two kinds.
    func kindsOfLiterals(_ optional: CheckedExpression, _ other: CellType) -> (CellType, CellType)? {
        guard case .variable(let a)? = optional.type.wrapped?.resolved, case .variable(let b) = other.resolved,
            let first = a.literal, let second = b.literal, !first.isText, !second.isText, first != second,
            a.constraints.isEmpty, optional.isOfList
        else { return nil }
        return (TypeSolver.standard(first), TypeSolver.standard(second))
    }

    /// Refuses them where nothing is wanted of them.
    /// - Parameter isPrinted: whether it is only shown, for which `Any?` will do.
    func refuseMixed(in value: CheckedExpression, isPrinted: Bool = false) {
        guard !findings.mixed.isEmpty else { return }
        if let found = findings.mixed.first(where: { $0.expression === value }) {
            if case .coalesce = value.kind, isPrinted { return }
            return error(found.mistake, at: value.span)
        }
        switch value.kind {
        case .array(let parts): refuseMixed(inAny: parts)
        case .tuple(let parts): for part in parts { refuseMixed(in: part) }
        case .dictionary(let entries):
            for entry in entries {
                refuseMixed(in: entry.key)
                refuseMixed(in: entry.value)
            }
        case .ternary(_, let first, let second): refuseMixed(inAny: [first, second])
        case .convert(let inner, _): refuseMixed(in: inner, isPrinted: isPrinted)
        default: break
        }
    }
}

extension Checker {
    /// Whether it is a member of arithmetic of literals, of which Swift knows no type: `(2 * 2).rounded()`.
    private func isAmbiguous(_ value: CheckedExpression) -> Bool {
        findings.mixed.contains { found in
            if found.expression === value, case .ambiguous = found.mistake { true } else { false }
        }
    }

    /// Of values of one type, one that is no such member tells what the others are.
    private func refuseMixed(inAny parts: [CheckedExpression]) {
        let others = parts.filter { !isAmbiguous($0) }
        for part in others.isEmpty ? parts : others { refuseMixed(in: part) }
    }

    /// Refuses such a member as what a number of another type is made of: `Int((2 * 2).rounded())`.
    func refuseAmbiguous(in value: CheckedExpression, madeInto type: NominalType?) {
        let types = [BuiltIn.int, BuiltIn.double, BuiltIn.float, BuiltIn.string]
        if let type, types.contains(type), isAmbiguous(value) { refuseMixed(in: value) }
    }

    /// Refuses a list of both kinds of which a member gives elements, unless it is one that numbers alone have.
    func refuseMixed(in receiver: CheckedExpression, givenBy member: CheckedExpression, takesClosure: Bool = false) {
        guard !findings.mixed.isEmpty, takesClosure || !member.type.freeVariables.isEmpty else { return }
        if case .call(let signature, _, _) = member.kind, !signature.constraints.isEmpty || signature.name == "reduce" {
            return
        }
        refuseMixed(in: receiver)
    }
}

extension CheckedExpression {
    /// Whether a member gives it.
    fileprivate var isOfMember: Bool {
        switch kind {
        case .call(_, _?, _), .property: true
        case .convert(let inner, _): inner.isOfMember
        default: false
        }
    }

    /// Whether it is a part of a list that is written there.
    fileprivate var isOfList: Bool {
        switch kind {
        case .array, .dictionary: true
        case .call(_, let receiver?, _), .property(_, let receiver?): receiver.isOfList
        case .builtInSubscript(_, let base, _), .convert(let base, _): base.isOfList
        default: false
        }
    }
}
