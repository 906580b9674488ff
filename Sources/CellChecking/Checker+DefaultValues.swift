internal import CellMeaning
internal import CellSyntax
internal import CellValues

// A default value is an expression of whoever declared the function, and each call that leaves the argument out has its own.
extension Checker {
    func defaultValue(_ parameter: SignatureParameter, _ type: CellType, _ span: SourceSpan) -> CheckedExpression {
        guard let expression = parameter.defaultValue else { return invalid(span) }
        guard defaultDepth < 8 else {
            return failed(.defaultInItself(parameter.name), at: span)
        }
        defaultDepth += 1
        let outer = standInSpan
        standInSpan = standInSpan ?? span
        defer { (defaultDepth, standInSpan) = (defaultDepth - 1, outer) }
        let count = findings.diagnostics.count
        let value = outermost { checked(expression, for: parameter, type) }
        guard findings.diagnostics.count > count else { return value }
        let mistakes = findings.diagnostics[count...]
        findings.diagnostics.removeLast(findings.diagnostics.count - count)
        // One of this cell is told where it stands; the place of another is in another text, and the call stands for it.
        if !ownDefaults.contains(ObjectIdentifier(expression)) {
            for mistake in mistakes { error(.inDefaultValue(of: parameter.name, mistake), at: span) }
        }
        return invalid(span)
    }

    /// Has the default value looked at where it stands, when all of the cell's names are known.
    func checkLater(defaultOf parameter: SignatureParameter) {
        guard let expression = parameter.defaultValue else { return }
        ownDefaults.insert(ObjectIdentifier(expression))
        later { [self] in
            let start = solver.mark.variables
            _ = outermost { checked(expression, for: parameter, parameter.type) }
            settleStatement(since: start)
        }
    }

    private func checked(_ expression: Expression, for parameter: SignatureParameter, _ type: CellType)
        -> CheckedExpression
    {
        parameter.isAutoclosure ? autoclosure(expression, nil, type) : check(expression, to: type, .argument)
    }

    /// A default value sees what the whole cell sees, and nothing of whoever calls.
    private func outermost<Result>(_ body: () -> Result) -> Result {
        let outer = (block, context)
        block = globalBlock
        context = FunctionContext(.function, result: nil, mayThrow: true)
        context.tryDepth = 1
        defer { (block, context) = outer }
        return body()
    }
}
