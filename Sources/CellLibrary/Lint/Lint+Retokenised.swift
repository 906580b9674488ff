internal import CellHost
internal import CellSyntax
internal import CellValues
internal import SwiftLens

extension LintRule {
    /// Text that was made of tokens, and that is cut into other tokens when it is given to a detector.
    static let retokenised = LintRule("retokenised") { cell in
        var findings: [LintFinding] = []
        let walk = TreeWalk(expression: { expression in
            guard let call = expression.asCall, call.name == "detectHead", call.arguments.count > 1,
                let text = call.arguments[1].value.asName, let made = cell.definition(text)?.asCall,
                ["toStrings", "toString"].contains(made.name), let tokens = made.arguments.first?.value.asName,
                let model = call.arguments[0].value.asName,
                let change = change(cell.value(model), cell.value(text), cell.value(tokens))
            else { return }
            findings.append(
                LintFinding(
                    expression.span,
                    "\(text) is cut into \(change.now) tokens, not into the \(change.before) of \(tokens) that it was made of; "
                        + "give detectHead the tokens"))
        })
        walk.walk(cell.statements)
        return findings
    }

    /// The number of tokens of the first row that is cut otherwise, and how many it was made of.
    private static func change(_ model: CellValue?, _ text: CellValue?, _ tokens: CellValue?) -> (
        now: Int, before: Int
    )? {
        guard let model, let text, let tokens, let model = try? HookedTransformer.fromCell(model),
            let tokens = try? Tensor.fromCell(tokens), tokens.dtype == .int64, tokens.ndim == 2, tokens.shape[0] <= 64
        else { return nil }
        let texts = (try? [String].fromCell(text)) ?? (try? String.fromCell(text)).map { [$0] } ?? []
        let (all, width) = (tokens.toIntArray(), tokens.shape[1])
        for (row, text) in texts.prefix(tokens.shape[0]).enumerated() {
            let own = Array(all[(row * width)..<((row + 1) * width)])
            let hasBOS = own.first == model.tokenizer?.bosTokenID
            guard let now = try? model.tokenizer?.encode(text) else { return nil }
            let before = hasBOS ? Array(own.dropFirst()) : own
            if now != before, now != own { return (now.count, before.count) }
        }
        return nil
    }
}
