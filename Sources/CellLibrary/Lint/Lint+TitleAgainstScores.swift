internal import CellHost
internal import CellSyntax
internal import CellValues
internal import SwiftLens

extension LintRule {
    /// A picture of a head under the name of a class to which the session's own detectors say that it does not belong.
    static let titleAgainstScores = LintRule("title-against-scores") { cell in
        var findings: [LintFinding] = []
        let walk = TreeWalk(expression: { expression in
            guard let call = expression.asCall, let title = call.arguments["title"], let text = title.asText else {
                return
            }
            for kind in kinds where text.lowercased().contains(kind.word) {
                for head in heads(call.arguments) {
                    guard let score = score(kind.detector, head, cell), score.value < 0.1 else { continue }
                    findings.append(
                        LintFinding(
                            title.span,
                            "\"\(text)\" is written over \(score.label), whose \(kind.word) score in \(score.variable) is "
                                + "\(NumberText.fixed(score.value, decimals: 2)); say what the head is, or show another"
                        ))
                }
            }
        })
        walk.walk(cell.statements)
        return findings
    }

    private static let kinds = [
        (word: "induction", detector: "inductionHead"), (word: "previous", detector: "previousTokenHead"),
        (word: "duplicate", detector: "duplicateTokenHead"),
    ]

    /// A head counted through all layers, or by layer and number.
    private enum HeadNumber {
        case counted(Int)
        case placed(Int, Int)
    }

    /// `[59]`, `"L4H11"`.
    private static func heads(_ arguments: [Argument]) -> [HeadNumber] {
        arguments.filter { $0.label != "title" }.flatMap { argument -> [HeadNumber] in
            guard case .array(let elements) = argument.value.bare.kind else { return [] }
            return elements.compactMap { element in
                element.asInteger.map { .counted($0) } ?? element.asText.flatMap(placed)
            }
        }
    }

    private static func placed(_ text: String) -> HeadNumber? {
        let parts = text.split(separator: "H")
        guard parts.count == 2, parts[0].first == "L", let layer = Int(parts[0].dropFirst()), let head = Int(parts[1])
        else {
            return nil
        }
        return .placed(layer, head)
    }

    /// What a variable of the session that holds a detector's scores says of a head.
    private static func score(_ detector: String, _ head: HeadNumber, _ cell: LintedCell) -> (
        value: Double, label: String, variable: String
    )? {
        for name in cell.definedNames {
            guard let call = cell.definition(name)?.asCall, call.name == "detectHead",
                call.arguments.contains(where: { isMember($0.value, detector) }), let value = cell.value(name),
                let scores = try? Tensor.fromCell(value), scores.ndim == 2, scores.shape[1] > 0
            else { continue }
            let place =
                switch head {
                case .counted(let number): (number / scores.shape[1], number % scores.shape[1])
                case .placed(let layer, let head): (layer, head)
                }
            guard (0..<scores.shape[0]).contains(place.0), (0..<scores.shape[1]).contains(place.1) else { continue }
            return (scores[place.0, place.1].item(), "L\(place.0)H\(place.1)", name)
        }
        return nil
    }

    private static func isMember(_ expression: CellSyntax.Expression, _ name: String) -> Bool {
        if case .member(_, name, _) = expression.bare.kind { true } else { false }
    }
}
