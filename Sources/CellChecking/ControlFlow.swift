internal import CellMeaning
internal import CellValues

extension [CheckedStatement] {
    /// Whether what follows these statements is never reached.
    var alwaysLeaves: Bool { contains(where: \.alwaysLeaves) }

    /// Whether a `break` to a loop is somewhere in it.
    func breaks(_ loop: CheckedLoop) -> Bool { contains { $0.breaks(loop) } }
}

extension CheckedStatement {
    var alwaysLeaves: Bool {
        switch kind {
        case .returning, .throwing, .breaking, .continuing, .fallingThrough: true
        case .expression(let expression): expression.type.isNever
        case .ifElse(let statement): statement.alwaysLeaves
        case .switched(let statement):
            statement.cases.allSatisfy { $0.body.alwaysLeaves && !$0.body.breaks(statement.target) }
        case .whileLoop(let loop, let conditions, let body): conditions.areAlwaysTrue && !body.breaks(loop)
        case .repeatLoop(let loop, let body, let until):
            !body.breaks(loop) && (until.isTrue || body.alwaysLeaves)
        case .doCatch(let target, let body, let clauses):
            body.alwaysLeaves && !body.breaks(target) && clauses.allSatisfy { $0.body.alwaysLeaves }
        default: false
        }
    }

    func breaks(_ loop: CheckedLoop) -> Bool {
        switch kind {
        case .breaking(let target): target === loop
        case .ifElse(let statement): statement.body.breaks(loop) || (statement.otherwise?.breaks(loop) ?? false)
        case .guardElse(_, let otherwise): otherwise.breaks(loop)
        case .whileLoop(_, _, let body), .repeatLoop(_, let body, _): body.breaks(loop)
        case .forLoop(let inner): inner.body.breaks(loop)
        case .switched(let statement): statement.cases.contains { $0.body.breaks(loop) }
        case .doCatch(_, let body, let clauses): body.breaks(loop) || clauses.contains { $0.body.breaks(loop) }
        default: false
        }
    }
}

extension CheckedIf {
    fileprivate var alwaysLeaves: Bool {
        guard let otherwise else { return false }
        return body.alwaysLeaves && otherwise.alwaysLeaves && !body.breaks(target) && !otherwise.breaks(target)
    }
}

extension [CheckedCondition] {
    var areAlwaysTrue: Bool {
        allSatisfy { if case .expression(let expression) = $0 { expression.isTrue } else { false } }
    }
}

extension CheckedExpression {
    fileprivate var isTrue: Bool { if case .boolean(true) = kind { true } else { false } }
}
