internal import CellHost
internal import CellSyntax

extension LintRule {
    /// A mean over d_head of what heads hold: over their own coordinates, whose basis says nothing, and not over prompts.
    static let meanOverCoordinates = LintRule("mean-over-coordinates") { cell in
        var findings: [LintFinding] = []
        let walk = TreeWalk(expression: { expression in
            guard let call = expression.asCall, call.name == "mean", let base = call.base,
                let dim = call.arguments["dim"]?.asInteger, let axes = axesOfHeads(base)
            else { return }
            guard dim == -1 || dim == axes - 1 else { return }
            findings.append(
                LintFinding(
                    expression.span,
                    "mean(dim: \(dim)) of \(cell.text(base)) averages a head's own coordinates, whose basis is arbitrary; "
                        + "over prompts: mean(dim: 0)"))
        })
        walk.walk(cell.statements)
        return findings
    }

    /// How many axes are left of an activation [batch, position, head, d_head] whose coordinates are all kept; nil for anything else.
    private static func axesOfHeads(_ expression: Expression) -> Int? {
        if isHeads(expression) { return 4 }
        guard case .subscripted(let base, let indices) = expression.bare.kind, indices.count == 4, isHeads(base),
            isSlice(indices[3].value)
        else { return nil }
        return indices.count { isSlice($0.value) }
    }

    /// `z`, `cache["z", 9]`, `cache[actName("z", 9)]`, `cache[hook.name]`.
    private static func isHeads(_ expression: Expression) -> Bool {
        let kinds: Set<String> = ["z", "q", "k", "v"]
        if let name = expression.asName { return kinds.contains(name) }
        guard case .subscripted(_, let indices) = expression.bare.kind, let first = indices.first?.value else {
            return false
        }
        if let text = first.asText {
            return kinds.contains(text) || kinds.contains { text.hasSuffix(".attn.hook_\($0)") }
        }
        if let call = first.asCall, call.name == "actName", let text = call.arguments.first?.value.asText {
            return kinds.contains(text)
        }
        guard case .member(let base?, "name", _) = first.bare.kind else { return false }
        return base.asName == "hook"
    }

    /// `0...`, `1..<3`, `...`: what leaves an axis there.
    private static func isSlice(_ expression: Expression) -> Bool {
        switch expression.bare.kind {
        case .postfix("...", _), .prefix("...", _), .prefix("..<", _), .infix("..<", _, _, _), .infix("...", _, _, _):
            true
        case .name("..."), .array: true
        case .call(let callee, _): if case .member(nil, "stride", _) = callee.bare.kind { true } else { false }
        default: false
        }
    }
}
