internal import CellHost
internal import CellSyntax

extension LintRule {
    /// Ablations that are tested on the prompts that their means come from.
    static let inSample = LintRule("in-sample") { cell in
        var findings: [LintFinding] = []
        let walk = TreeWalk(expression: { expression in
            guard let call = expression.asCall, call.name == "ablationPanel", call.arguments.count > 1,
                let train = call.arguments[0].value.asName, call.arguments[1].value.asName == train
            else { return }
            findings.append(
                LintFinding(
                    expression.span,
                    "\(train) is tested on what its means are made of; keep prompts apart: "
                        + "let (train, test) = \(train).split(test: 0.5)"))
        })
        walk.walk(cell.statements)
        return findings
    }
}
