internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// The statements of a block in braces, with what it declared let go of at its end.
    ///
    /// Slots live as long as their frame. Without this the cache that one turn of a loop made would still be there while the
    /// next turn makes its own.
    func scoped(_ statements: [CheckedStatement]) -> StepCode {
        lettingGo(of: statements.flatMap(\.declared), after: block(statements))
    }

    /// The same of what the conditions of an `if` or a loop, or its pattern, declare.
    func lettingGo(of variables: [Variable], after code: @escaping StepCode) -> StepCode {
        let slots = variables.compactMap(heldSlot)
        if slots.isEmpty { return code }
        if slots.count == 1 {
            let slot = slots[0]
            return { frame in
                let step = try code(frame)
                frame[slot] = .absent
                return step
            }
        }
        return { frame in
            let step = try code(frame)
            for slot in slots { frame[slot] = .absent }
            return step
        }
    }

    /// The slot of a variable whose value may hold memory; nil for numbers, and where it lives elsewhere.
    private func heldSlot(_ variable: Variable) -> Int? {
        switch location(variable) {
        case .local(let slot): variable.type.isPlainNumber ? nil : slot
        case .boxed(let slot): variable.scope === scope ? slot : nil
        case .global, .unknown: nil
        }
    }
}

extension CheckedStatement {
    /// What it declares for the statements behind it.
    fileprivate var declared: [Variable] {
        switch kind {
        case .binding(let pattern, _): pattern.variables
        case .guardElse(let conditions, _): conditions.flatMap(\.declared)
        default: []
        }
    }
}

extension CheckedCondition {
    /// What it declares where it holds.
    var declared: [Variable] {
        switch self {
        case .expression: []
        case .binding(let pattern, _), .match(let pattern, _): pattern.variables
        }
    }
}

extension CellType {
    /// Whether its values hold no memory of their own.
    fileprivate var isPlainNumber: Bool { [CellType.int, .double, .float, .bool].contains(self) }
}
