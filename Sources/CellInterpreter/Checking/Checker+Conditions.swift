internal import CellSyntax

extension Checker {
    // MARK: if

    func ifStatement(_ statement: IfStatement) -> CheckedIf {
        inside(.labelled, statement.label) { target in
            let (conditions, body) = inBlock { (self.conditions(statement.conditions), inner(statement.body)) }
            let otherwise = statement.otherwise.map { inner($0) }
            return CheckedIf(target: target, conditions: conditions, body: body, otherwise: otherwise)
        }
    }

    /// `if` as an expression.
    func ifValue(_ statement: IfStatement, _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        let branches = BranchValues(type: expecting.flatMap { $0.resolved.isConcrete ? $0 : nil })
        let checked = ifValue(statement, branches)
        return make(.ifElse(checked), branches.type ?? .never, span)
    }

    private func ifValue(_ statement: IfStatement, _ branches: BranchValues) -> CheckedIf {
        inside(.labelled, nil) { target in
            let (conditions, body) = inBlock {
                (self.conditions(statement.conditions), inBlock { branch(statement.body, branches, statement.span) })
            }
            if statement.otherwise == nil {
                error("'if' must have an unconditional 'else' to be used as expression", at: statement.span)
            }
            let otherwise = statement.otherwise.map { list in inBlock { branch(list, branches, statement.span) } }
            return CheckedIf(target: target, conditions: conditions, body: body, otherwise: otherwise)
        }
    }

    /// A branch of `if` or `switch` that gives a value: one expression.
    func branch(_ list: [Statement], _ branches: BranchValues, _ span: SourceSpan) -> [CheckedStatement] {
        guard list.count == 1, let only = list.first else {
            error(
                "non-expression branch of 'if' or 'switch' expression may only end with a value",
                at: list.first?.span ?? span)
            return inner(list)
        }
        switch only.kind {
        case .expression(let expression): return [value(expression, branches)]
        case .ifElse(let statement):
            let checked = ifValue(statement, branches)
            return [
                CheckedStatement(.expression(make(.ifElse(checked), branches.type ?? .never, only.span)), only.span)
            ]
        case .switched(let statement):
            let checked = switchValue(statement, branches)
            return [
                CheckedStatement(.expression(make(.switched(checked), branches.type ?? .never, only.span)), only.span)
            ]
        default: return statements(list)
        }
    }

    private func value(_ expression: Expression, _ branches: BranchValues) -> CheckedStatement {
        var value = check(expression, expecting: branches.type)
        if let type = branches.type {
            value = converted(value, to: type, .specified)
        } else if !value.type.isNever {
            branches.type = value.type
        }
        return CheckedStatement(.expression(value), expression.span)
    }

    // MARK: guard

    func guardStatement(
        _ conditions: [Condition], _ otherwise: [Statement], _ span: SourceSpan
    ) -> CheckedStatement.Kind {
        // What it binds is not there in its own `else`.
        let count = diagnostics.count
        let body = inner(otherwise)
        let isRight = diagnostics.count == count
        let checked = self.conditions(conditions)
        if !body.alwaysLeaves, isRight {
            error(
                "'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope",
                at: SourceSpan(start: max(span.start, span.end - 1), end: span.end))
        }
        return .guardElse(checked, otherwise: body)
    }

    // MARK: Conditions

    func conditions(_ list: [Condition]) -> [CheckedCondition] {
        list.map { condition in
            switch condition {
            case .expression(let expression): return .expression(check(expression, to: .bool, .condition))
            case .binding(let pattern, let type, let value): return binding(pattern, type, value)
            case .match(let pattern, let value):
                let start = solver.mark.variables
                let checked = check(value)
                settleStatement(since: start)
                return .match(self.pattern(pattern, of: checked.type).checked, checked)
            }
        }
    }

    /// `let x = optional`.
    private func binding(_ pattern: Pattern, _ type: TypeReference?, _ value: Expression) -> CheckedCondition {
        let start = solver.mark.variables
        let wanted = type.map { CellType.optional(resolve($0)) }
        let checked = wanted.map { check(value, to: $0, .specified) } ?? check(value)
        settleStatement(since: start)
        var wrapped = checked.type.wrapped
        if wrapped == nil {
            if !checked.type.isUnknown {
                error(
                    "initializer for conditional binding must have Optional type, not '\(checked.type.settled)'",
                    at: checked.span)
            }
            wrapped = .unknown
        }
        return .binding(self.pattern(pattern, of: wrapped ?? .unknown).checked, checked)
    }
}

/// The type that the branches of an `if` or `switch` expression have so far.
final class BranchValues {
    var type: CellType?
    init(type: CellType?) { self.type = type }
}
