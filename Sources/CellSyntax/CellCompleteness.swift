internal import SwiftDiagnostics
internal import SwiftParser
internal import SwiftParserDiagnostics
internal import SwiftSyntax

/// Whether Enter should run a cell in a console, or open one more line.
package enum CellCompleteness: Sendable, Hashable {
    case complete
    /// More must come; `indent` is the white space that the next line should begin with.
    case incomplete(indent: String)
    /// No more text can make it right.
    case invalid

    package init(of text: String) {
        let source = SourceText(text)
        let known = text.split(separator: "\n").compactMap { line -> String? in
            let trimmed = line.drop { $0 == " " || $0 == "\t" }
            guard trimmed.hasPrefix("%") else { return nil }
            return String(trimmed.drop { $0 == "%" }.prefix { !$0.isWhitespace })
        }
        var magics = CommandLines(source, known: known)
        let code = magics.cutOut()
        guard Nesting.excess(in: code) == nil else {
            self = .invalid
            return
        }
        self = CellCompleteness.judge(Parser.parse(source: code), text: text)
    }

    /// Incomplete when every error sits at or behind the end of what is there, so that more text may mend it.
    private static func judge(_ tree: SourceFileSyntax, text: String) -> CellCompleteness {
        if tree.hasError, CellParser.strayCharacter(tree) != nil { return .invalid }
        let errors = ParseDiagnosticsGenerator.diagnostics(for: tree).filter { $0.diagMessage.severity == .error }
        guard !errors.isEmpty else { return .complete }
        let last = tree.endOfFileToken.previousToken(viewMode: .sourceAccurate)
        let end = last?.endPositionBeforeTrailingTrivia ?? tree.endOfFileToken.position
        for error in errors {
            // This one is reported where the comment begins.
            if "\(error.diagnosticID)".contains("unterminatedBlockComment") {
                return .incomplete(indent: indent(after: text))
            }
            if error.node.is(UnexpectedNodesSyntax.self) || error.position < end { return .invalid }
            // A string on one line cannot go on.
            if let token = error.node.as(TokenSyntax.self), token.tokenKind == .stringQuote { return .invalid }
        }
        return .incomplete(indent: indent(after: text))
    }

    /// The indentation of the last line that is not blank, and four more blanks when it opens a bracket.
    private static func indent(after text: String) -> String {
        let line = text.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) } ?? ""
        let indent = String(line.prefix { $0 == " " || $0 == "\t" })
        let code = line.range(ofComment: "//").map { line[..<$0] } ?? line
        let end = code.reversed().drop { $0.isWhitespace }.first
        let opens = end.map { "{([:".contains($0) } ?? false || code.hasSuffix(" in")
        return indent + (opens ? "    " : "")
    }
}

extension Substring {
    fileprivate func range(ofComment mark: String) -> Index? {
        var rest = self
        while !rest.isEmpty {
            if rest.hasPrefix(mark) { return rest.startIndex }
            rest = rest.dropFirst()
        }
        return nil
    }
}
