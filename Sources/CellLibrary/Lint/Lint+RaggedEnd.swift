internal import CellHost
internal import CellSyntax
internal import CellValues
internal import SwiftLens

extension LintRule {
    /// Position −1 of prompts of unequal lengths that were filled up at the end: padding in all but the longest.
    static let raggedEnd = LintRule("ragged-end") { cell in
        var findings: [LintFinding] = []
        let walk = TreeWalk(expression: { expression in
            guard case .subscripted(let base, let indices) = expression.bare.kind, indices.count > 1,
                indices[1].value.asInteger == -1,
                let run = (base.asName.flatMap { cell.definition($0) } ?? base).asCall,
                isFilledUpAtTheEnd(run.arguments),
                let lengths = lengths(run, cell), let least = lengths.min(), let most = lengths.max(), least < most
            else { return }
            findings.append(
                LintFinding(
                    expression.span,
                    "position -1 is padding in the shorter prompts, which have \(least) to \(most) tokens; with paddingSide: .left "
                        + "it is the last token of each"))
        })
        walk.walk(cell.statements)
        return findings
    }

    private static func isFilledUpAtTheEnd(_ arguments: [Argument]) -> Bool {
        guard let side = arguments["paddingSide"]?.bare.kind, case .member(_, "right", _) = side else { return false }
        return true
    }

    /// The numbers of tokens of the texts that a model is run on.
    private static func lengths(_ run: (base: Expression?, name: String, arguments: [Argument]), _ cell: LintedCell)
        -> [Int]?
    {
        let name = run.base?.asName ?? (run.base == nil ? run.name : nil)
        guard let name, let value = cell.value(name), let model = try? HookedTransformer.fromCell(value),
            let prompts = run.arguments.first?.value, let texts = texts(prompts, cell), texts.count <= 256
        else { return nil }
        let lengths = texts.compactMap { try? model.toTokens($0).shape[1] }
        return lengths.count == texts.count ? lengths : nil
    }

    private static func texts(_ expression: Expression, _ cell: LintedCell) -> [String]? {
        if let name = expression.asName { return cell.value(name).flatMap { try? [String].fromCell($0) } }
        guard case .array(let elements) = expression.bare.kind else { return nil }
        let texts = elements.compactMap(\.asText)
        return texts.count == elements.count ? texts : nil
    }
}
