internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    func doCatch(_ label: String?, _ body: [Statement], _ clauses: [CatchClause]) -> CheckedStatement.Kind {
        inside(.labelled, label) { target in
            let handlesAll = clauses.contains(where: \.handlesAll)
            if handlesAll { context.handledDepth += 1 }
            let checked = inner(body)
            if handlesAll { context.handledDepth -= 1 }
            return .doCatch(target, body: checked, clauses.map { clause in inBlock { catchClause(clause) } })
        }
    }

    private func catchClause(_ clause: CatchClause) -> CheckedCatch {
        var covered: [PatternSpace] = []
        var result = CheckedCatch(items: caseItems(clause.items, of: .error, &covered), error: nil, body: [])
        if clause.items.isEmpty { result.error = declareLocal("error", .error, isConstant: true, clause.span) }
        result.body = inner(clause.body)
        return result
    }
}

extension CatchClause {
    /// Whether no error passes it.
    fileprivate var handlesAll: Bool {
        items.isEmpty
            || items.contains { item in
                guard item.filter == nil else { return false }
                switch item.pattern.kind {
                case .wildcard, .name: return true
                default: return false
                }
            }
    }
}
