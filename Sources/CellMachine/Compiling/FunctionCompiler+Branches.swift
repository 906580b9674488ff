internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    func ifElse(_ statement: CheckedIf) -> StepCode {
        let test = conditions(statement.conditions)
        let body = scoped(statement.body)
        let leaving = Step.breaking(index(of: statement.target))
        guard let otherwise = statement.otherwise.map({ scoped($0) }) else {
            return { frame in
                guard try test(frame) else { return .next }
                let step = try body(frame)
                return step == leaving ? .next : step
            }
        }
        return { frame in
            let step = try test(frame) ? try body(frame) : try otherwise(frame)
            return step == leaving ? .next : step
        }
    }

    func guardElse(_ conditions: [CheckedCondition], _ otherwise: [CheckedStatement]) -> StepCode {
        let test = self.conditions(conditions)
        let otherwise = scoped(otherwise)
        return { frame in try test(frame) ? .next : try otherwise(frame) }
    }

    // MARK: As expressions

    func value(of statement: CheckedIf) -> Code {
        let test = conditions(statement.conditions)
        let body = value(of: statement.body)
        let otherwise = statement.otherwise.map { value(of: $0) } ?? constant(.void)
        return { frame in try test(frame) ? try body(frame) : try otherwise(frame) }
    }

    /// The last statement's value, after the others.
    func value(of statements: [CheckedStatement]) -> Code {
        guard let last = statements.last else { return constant(.void) }
        let before = block(Array(statements.dropLast()))
        let value: Code
        if case .expression(let expression) = last.kind {
            value = code(expression)
        } else {
            let step = step(last)
            value = { frame in
                _ = try step(frame)
                return .void
            }
        }
        if statements.count == 1 { return value }
        return { frame in
            _ = try before(frame)
            return try value(frame)
        }
    }
}
