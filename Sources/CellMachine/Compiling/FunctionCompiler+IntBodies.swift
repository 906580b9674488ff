internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// A function's body when it gives an `Int` that needs no ``CellValue``, as `if n < 2 { return n }; return n * 2` does.
    func intBody(_ statements: [CheckedStatement], _ parameters: [Variable]) -> IntForm? {
        guard case .returning(let result?)? = statements.last?.kind, result.type.isNominal(BuiltIn.int),
            !statements.containsDefer, !parameters.contains(where: \.isCaptured)
        else { return nil }
        let early = statements.prefix { $0.isEarlyReturn }
        let rest = statements[early.endIndex...]
        guard var form = rest.count == 1 ? nativeInt(result) : afterSteps(rest.dropLast(), result) else { return nil }
        for statement in early.reversed() { form = returningEarly(statement, otherwise: form) }
        return form
    }

    /// The result of the last statement, or what one before it returns.
    private func afterSteps(_ steps: ArraySlice<CheckedStatement>, _ result: CheckedExpression) -> IntForm? {
        guard let value = nativeInt(result) else { return nil }
        let before = block(Array(steps))
        let machine = machine
        let site = site(result.span)
        return IntForm { frame in
            if try before(frame) == .next { return try value.code(frame) }
            guard case .int(let number) = machine.takeResult() else { throw site.failure("expected an Int here") }
            return number
        }
    }

    private func returningEarly(_ statement: CheckedStatement, otherwise form: IntForm) -> IntForm {
        let rest = form.code
        switch statement.kind {
        case .ifElse(let branch):
            guard let result = branch.body.onlyResult else { return form }
            let (test, value) = (conditions(branch.conditions), intCode(result))
            return .choice(test, value, rest)
        case .guardElse(let list, let otherwise):
            guard let result = otherwise.onlyResult else { return form }
            let (test, value) = (conditions(list), intCode(result))
            return .choice(test, rest, value)
        default: return form
        }
    }
}

extension CheckedStatement {
    /// `if … { return … }` or `guard … else { return … }`, with nothing else in the braces.
    fileprivate var isEarlyReturn: Bool {
        switch kind {
        case .ifElse(let branch): branch.otherwise == nil && branch.body.onlyResult != nil
        case .guardElse(_, let otherwise): otherwise.onlyResult != nil
        default: false
        }
    }
}

extension [CheckedStatement] {
    /// What is returned by a block that does nothing else.
    fileprivate var onlyResult: CheckedExpression? {
        guard count == 1, case .returning(let result?) = self[0].kind else { return nil }
        return result
    }
}
