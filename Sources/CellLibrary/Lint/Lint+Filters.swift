internal import CellHost
internal import CellSyntax

/// A sum over the elements of a loop that pass a condition, and the quotients that are made of it.
private struct FilteredSum {
    let filter: Expression
    /// What the loop goes through.
    let sequence: Expression
    /// `sum / …`
    let quotients: [(whole: Expression, by: Expression)]
    /// Whether somebody looks how many passed.
    let isCounted: Bool
}

extension LintRule {
    /// A ratio that is 0 where nothing has passed the filter: a number made of no elements.
    static let emptyFilter = LintRule("empty-filter") { cell in
        sums(cell).filter { !$0.isCounted }.map { sum in
            LintFinding(
                sum.filter.span,
                "where nothing passes \"\(cell.text(sum.filter))\" this gives 0, a number made of no elements; "
                    + "count what passes, and say so or give nil when it is none")
        }
    }

    /// A sum over some elements that is divided by the number of all.
    static let filterOverAll = LintRule("filter-over-all") { cell in
        sums(cell).flatMap { sum in
            sum.quotients.filter { !counted($0.by).isDisjoint(with: sum.sequence.names) }.map { quotient in
                LintFinding(
                    quotient.whole.span,
                    "\(cell.text(quotient.whole)) divides the sum of what passes \"\(cell.text(sum.filter))\" by the number of all; "
                        + "divide by how many pass")
            }
        }
    }

    /// The names whose count it holds: `a` of `Double(a.count)`.
    private static func counted(_ expression: Expression) -> Set<String> {
        Set(
            expression.all.compactMap { part in
                if case .member(let base?, "count", _) = part.bare.kind { base.asName } else { nil }
            })
    }

    private static func sums(_ cell: LintedCell) -> [FilteredSum] {
        var bodies = [cell.statements]
        TreeWalk(statement: { statement in
            if case .function(let function) = statement.kind { bodies.append(function.body ?? []) }
        }).walk(cell.statements)
        return bodies.flatMap { body in body.compactMap { sum(in: $0, among: body) } }
    }

    private static func sum(in statement: Statement, among body: [Statement]) -> FilteredSum? {
        guard case .forLoop(let loop) = statement.kind, let (filter, inner) = filtered(loop) else { return nil }
        let added = inner.compactMap { statement -> String? in
            guard case .expression(let expression) = statement.kind, let sum = expression.asInfix("+=") else {
                return nil
            }
            return sum.right.asInteger == 1 ? nil : sum.left.asName
        }
        guard let name = added.first else { return nil }
        var (quotients, looks) = ([(whole: Expression, by: Expression)](), false)
        for other in body where other !== statement {
            TreeWalk(expression: { expression in
                if let quotient = expression.asInfix("/"), quotient.left.asName == name {
                    quotients.append((expression, quotient.right))
                }
                if case .member(_, "isEmpty", _) = expression.bare.kind { looks = true }
            }).walk(other)
            if case .guardElse = other.kind { looks = true }
        }
        guard !quotients.isEmpty else { return nil }
        // Divided by a number of one's own, nothing over nothing is NaN, which says what it is.
        let isOwnCount = quotients.allSatisfy { counted($0.by).isEmpty }
        return FilteredSum(
            filter: filter, sequence: loop.sequence, quotients: quotients, isCounted: looks || isOwnCount)
    }

    /// The condition of `for … where`, or of the one `if` that the body is, and what is done where it holds.
    private static func filtered(_ loop: ForLoop) -> (filter: Expression, body: [Statement])? {
        if let filter = loop.filter { return (filter, loop.body) }
        guard loop.body.count == 1, case .ifElse(let branch) = loop.body[0].kind, branch.otherwise == nil,
            branch.conditions.count == 1, case .expression(let filter) = branch.conditions[0]
        else { return nil }
        return (filter, branch.body)
    }
}
