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
        // Of an optional `Any` the list is one of those: `print([[x].first ?? 0])`.
        if tried.isFlawless, tried.result.0.contains(where: { $0.isCoalescing && isMixed($0, in: tried.findings) }) {
            let result = keep(tried)
            for value in result.0 { refuseMixed(in: value) }
            return result
        }
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

    /// Refuses them where nothing is wanted of them.
    /// - Parameter isPrinted: whether it is only shown, for which `Any?` will do.
    func refuseMixed(in value: CheckedExpression, isPrinted: Bool = false) {
        guard !findings.mixed.isEmpty else { return }
        if let found = findings.mixed.first(where: { $0.expression === value }) {
            if isPrinted, value.isCoalescing { return }
            return error(found.mistake, at: value.span)
        }
        switch value.kind {
        case .array(let parts), .tuple(let parts): for part in parts { refuseMixed(in: part) }
        case .dictionary(let entries):
            for entry in entries {
                refuseMixed(in: entry.key)
                refuseMixed(in: entry.value)
            }
        case .ternary(_, let first, let second):
            if !isTold(first, by: second), !isTold(second, by: first) {
                refuseMixed(in: first)
                refuseMixed(in: second)
            }
        case .convert(let inner, _): refuseMixed(in: inner, isPrinted: isPrinted)
        case .tupleElement(let inner, _): refuseMixed(in: inner)
        case .coalesce(_, let other, _): refuseMixed(in: other, isPrinted: isPrinted)
        case .call(let signature, _?, let arguments) where signature.givesElements && signature.name != "reduce":
            for argument in arguments where argument.isClosure { refuseMixed(in: argument) }
        case .closure(let closure):
            if let value = closure.onlyValue { refuseMixed(in: value) }
        default: break
        }
    }
}

extension Checker {
    /// Whether the other one of two, which is no literal, tells what `[x].first ?? 0` is.
    private func isTold(_ value: CheckedExpression, by other: CheckedExpression) -> Bool {
        guard value.isCoalescing, isMixed(value, in: findings), !isMixed(other, in: findings) else { return false }
        if case .undecided = other.kind { return false }
        return other.literalByItself == nil
    }

    private func isMixed(_ value: CheckedExpression, in findings: Findings) -> Bool {
        findings.mixed.contains { $0.expression === value }
    }

    /// Refuses a list of both kinds of which a member gives elements, unless it is one that numbers alone have.
    func refuseMixed(in receiver: CheckedExpression, givenBy member: CheckedExpression, takesClosure: Bool = false) {
        guard !findings.mixed.isEmpty else { return }
        // What a closure does with the elements tells what those of a sum are.
        guard
            receiver.isSum ? !takesClosure && member.givesElements : takesClosure || !member.type.freeVariables.isEmpty
        else { return }
        if case .call(let signature, _, _) = member.kind, !signature.constraints.isEmpty || signature.name == "reduce" {
            return
        }
        refuseMixed(in: receiver)
    }
}

extension CheckedExpression {
    fileprivate var givesElements: Bool {
        switch kind {
        case .call(let signature, _, _), .property(let signature, _): signature.givesElements
        default: false
        }
    }

    fileprivate var isCoalescing: Bool { if case .coalesce = kind { true } else { false } }

    /// Whether a member gives it.
    fileprivate var isOfMember: Bool {
        switch kind {
        case .call(_, _?, _), .property: true
        case .convert(let inner, _): inner.isOfMember
        default: false
        }
    }
}
