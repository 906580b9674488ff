internal import SwiftParser
internal import SwiftSyntax

extension Lowering {
    func segments(_ node: StringLiteralExprSyntax) -> [StringSegment] {
        node.segments.map { segment in
            switch segment {
            case .stringSegment: .text(text(of: segment, in: node))
            case .expressionSegment(let interpolation):
                if let first = interpolation.expressions.first, interpolation.expressions.count == 1 {
                    .interpolation(expression(first.expression))
                } else {
                    .interpolation(badInterpolation(interpolation))
                }
            }
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
