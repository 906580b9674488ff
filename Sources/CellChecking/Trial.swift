internal import CellMeaning
internal import CellSyntax

/// Something that the checker has tried: what it gave, and all that it made. Whoever tried it keeps it or drops it.
struct Trial<Result> {
    let result: Result
    let findings: Findings
    fileprivate let before: Checker.Before

    /// Whether nothing is wrong with it.
    var isFlawless: Bool { findings.diagnostics.isEmpty }
}

extension Checker {
    /// What a trial changes besides making findings.
    fileprivate struct Before {
        let solver: TypeSolver.Mark
        let scope: FunctionScope
        let variables: Int
        let foundThrow: Bool
    }

    /// Does something whose findings do not count yet.
    func trial<Result>(_ body: () -> Result) -> Trial<Result> {
        let before = Before(
            solver: solver.mark, scope: scope, variables: scope.variables.count, foundThrow: context.foundThrow)
        let outer = findings
        findings = Findings()
        defer { findings = outer }
        let result = body()
        return Trial(result: result, findings: findings, before: before)
    }

    /// What was tried belongs to the cell.
    @discardableResult
    func keep<Result>(_ trial: Trial<Result>) -> Result {
        findings.add(trial.findings)
        return trial.result
    }

    /// What was tried has never been: no type is known of it, and no variable.
    func drop<Result>(_ trial: Trial<Result>) {
        solver.rollBack(to: trial.before.solver)
        let variables = trial.before.scope.variables
        trial.before.scope.variables.removeLast(variables.count - trial.before.variables)
        context.foundThrow = trial.before.foundThrow
    }
}
