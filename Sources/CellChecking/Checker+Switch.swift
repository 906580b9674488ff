internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    func switchStatement(_ statement: SwitchStatement) -> CheckedSwitch {
        switched(statement) { self.inner($0) }
    }

    /// `switch` as an expression.
    func switchValue(_ statement: SwitchStatement, _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        let branches = BranchValues(expecting)
        let checked = switchValue(statement, branches)
        return make(.switched(checked), branches.type ?? .never, span)
    }

    func switchValue(_ statement: SwitchStatement, _ branches: BranchValues) -> CheckedSwitch {
        switched(statement) { list in inBlock { branch(list, branches, statement.span) } }
    }

    private func switched(_ statement: SwitchStatement, _ body: ([Statement]) -> [CheckedStatement]) -> CheckedSwitch {
        let (start, count) = (solver.mark.variables, findings.diagnostics.count)
        let subject = check(statement.subject)
        refuseMixed(in: subject)
        settleStatement(since: start)
        // Of what is wrong itself its patterns are not looked at.
        let type = findings.diagnostics.count > count ? CellType.unknown : subject.type
        var covered: [PatternSpace] = []
        let cases = inside(.switched, statement.label) { target in
            (target, statement.cases.map { one in inBlock { checkedCase(one, type, &covered, body) } })
        }
        reportMissing(covered, statement, type)
        return CheckedSwitch(target: cases.0, subject: subject, cases: defaultLast(cases.1, statement))
    }

    private func checkedCase(
        _ one: SwitchCase, _ type: CellType, _ covered: inout [PatternSpace],
        _ body: ([Statement]) -> [CheckedStatement]
    ) -> CheckedCase {
        let items = caseItems(one.items, of: type, &covered)
        if one.isDefault { covered.append(.anything) }
        if one.body.isEmpty {
            error(.emptyCase(isDefault: one.isDefault), at: one.span, hints: ["write 'break' to do nothing"])
        }
        return CheckedCase(items: items, body: body(one.body))
    }

    /// Patterns side by side; the same names are bound in each.
    func caseItems(
        _ items: [(pattern: Pattern, filter: Expression?)], of type: CellType, _ covered: inout [PatternSpace]
    ) -> [(pattern: CheckedPattern, filter: CheckedExpression?)] {
        var result: [(pattern: CheckedPattern, filter: CheckedExpression?)] = []
        for (index, item) in items.enumerated() {
            let before = sharesPatternNames
            sharesPatternNames = index > 0
            let count = findings.diagnostics.count
            let pattern = pattern(item.pattern, of: type)
            sharesPatternNames = before
            // What a wrong pattern was meant to cover is not known.
            if findings.diagnostics.count > count { covered.append(.anything) }
            if item.filter == nil { covered.append(pattern.space) }
            result.append((pattern.checked, item.filter.map { check($0, to: .bool, .condition) }))
        }
        return result
    }

    private func defaultLast(_ cases: [CheckedCase], _ statement: SwitchStatement) -> [CheckedCase] {
        guard let index = statement.cases.firstIndex(where: \.isDefault), index < cases.count - 1,
            !statement.cases.contains(where: {
                $0.body.contains { if case .fallingThrough = $0.kind { true } else { false } }
            })
        else { return cases }
        var cases = cases
        cases.append(cases.remove(at: index))
        return cases
    }

    private func reportMissing(_ covered: [PatternSpace], _ statement: SwitchStatement, _ type: CellType) {
        guard !type.isUnknown, let missing = PatternSpace.missing(covered, of: type.settled) else { return }
        let span = SourceSpan(start: statement.span.start, end: statement.span.start + 6)
        let hint = missing == "_" ? "add a 'default' case" : "add missing case: '\(missing)'"
        error(.notExhaustive, at: span, hints: [hint])
    }
}
