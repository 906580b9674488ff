internal import SwiftSyntax

/// Turns swift-syntax's tree into this project's, and reports what lies outside the subset.
final class Lowering {
    private(set) var diagnostics: [CellDiagnostic] = []
    /// How many of `$0`, `$1`, … the innermost closure has been seen to use.
    var anonymousCounts: [Int] = []

    func report(_ diagnostic: CellDiagnostic) { diagnostics.append(diagnostic) }

    func unsupported(_ what: String, _ node: some SyntaxProtocol, hint: String? = nil) {
        report(
            CellDiagnostic("\(what) not supported in cells", at: firstLine(of: node), hints: hint.map { [$0] } ?? []))
    }

    func span(_ node: some SyntaxProtocol) -> SourceSpan {
        SourceSpan(
            start: node.positionAfterSkippingLeadingTrivia.utf8Offset,
            end: node.endPositionBeforeTrailingTrivia.utf8Offset)
    }

    func firstLine(of node: some SyntaxProtocol) -> SourceSpan {
        node.firstToken(viewMode: .sourceAccurate).map { span($0) } ?? span(node)
    }

    /// A name without the backticks that let it be a keyword.
    func name(_ token: TokenSyntax) -> String {
        let text = token.text
        return text.hasPrefix("`") && text.hasSuffix("`") && text.count > 2 ? String(text.dropFirst().dropLast()) : text
    }

    /// The `///` lines above a declaration.
    func documentation(_ node: some SyntaxProtocol) -> String {
        node.leadingTrivia.compactMap { piece -> String? in
            guard case .docLineComment(let text) = piece else { return nil }
            let line = text.dropFirst(3)
            return String(line.hasPrefix(" ") ? line.dropFirst() : line)
        }.joined(separator: "\n")
    }
}
