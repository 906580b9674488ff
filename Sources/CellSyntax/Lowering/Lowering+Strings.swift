internal import SwiftParser
internal import SwiftSyntax

extension Lowering {
    func segments(_ node: StringLiteralExprSyntax) -> [StringSegment] {
        var result: [StringSegment] = []
        for segment in node.segments {
            switch segment {
            case .stringSegment: add(text(of: segment, in: node), to: &result)
            case .expressionSegment(let interpolation):
                if let first = interpolation.expressions.first, interpolation.expressions.count == 1 {
                    result.append(.interpolation(expression(first.expression)))
                } else {
                    result.append(.interpolation(badInterpolation(interpolation)))
                }
            }
        }
        return result
    }

    /// The parser cuts a text behind each line; it is one piece.
    private func add(_ text: String, to segments: inout [StringSegment]) {
        if case .text(let before)? = segments.last {
            segments[segments.count - 1] = .text(before + text)
        } else {
            segments.append(.text(text))
        }
    }

    private func badInterpolation(_ node: ExpressionSegmentSyntax) -> Expression {
        unsupported("interpolations with several arguments are", node, hint: "use String(format:)")
        return Expression(.invalid, span(node))
    }

    /// The text of one segment, with escapes and the indentation of long strings resolved.
    private func text(of segment: StringLiteralSegmentListSyntax.Element, in node: StringLiteralExprSyntax) -> String {
        let single = StringLiteralExprSyntax(
            openingPounds: node.openingPounds, openingQuote: node.openingQuote,
            segments: StringLiteralSegmentListSyntax([segment]), closingQuote: node.closingQuote,
            closingPounds: node.closingPounds)
        return single.representedLiteralValue ?? ""
    }
}
