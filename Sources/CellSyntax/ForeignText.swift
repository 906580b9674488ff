internal import SwiftParser
internal import SwiftSyntax

/// A piece of text that is no Swift, though another language or a shell would read it.
package struct ForeignText: Sendable, Hashable {
    /// What it is: `@`, `f"`, `!name`, `?name`, `def`, `lambda`, `elif`, `block`.
    package var kind: String
    /// How it is called in a message.
    package var name: String
    package var span: SourceSpan

    /// All pieces of a text, each with its place.
    package static func find(in text: String) -> [ForeignText] {
        guard Nesting.excess(in: text) == nil else { return [] }
        let tokens = Array(Parser.parse(source: text).tokens(viewMode: .sourceAccurate))
        return (tokens.indices.flatMap { found(at: $0, tokens) } + lines(of: text)).sorted {
            $0.span.start < $1.span.start
        }
    }

    /// Whether the last line ends with what would be a whole division in Python: `steps // 2`.
    package static func endsWithDivision(_ text: String) -> Bool {
        guard let mark = text.range(ofLast: "//") else { return false }
        let divisor = text[mark...].dropFirst(2).drop { $0 == " " }
        guard !divisor.isEmpty, String(divisor).trimmingBlanks().allSatisfy(\.isNumber), Nesting.excess(in: text) == nil
        else { return false }
        let end = Parser.parse(source: text).endOfFileToken
        guard let last = end.previousToken(viewMode: .sourceAccurate) else { return false }
        // In a text, or on a line of its own, it is something else.
        let behind = Array(last.trailingTrivia) + Array(end.leadingTrivia)
        guard case .lineComment? = behind.first(where: { !$0.isSpaceOrTab }) else { return false }
        return true
    }

    // MARK: Among tokens

    private static func found(at index: Int, _ tokens: [TokenSyntax]) -> [ForeignText] {
        let token = tokens[index]
        let before = index > 0 ? tokens[index - 1] : nil
        let after = index + 1 < tokens.count ? tokens[index + 1] : nil
        switch token.tokenKind {
        case .atSign:
            guard let before, before.endsOperand, !token.startsLine else { return [] }
            return [ForeignText(kind: "@", name: "operator '@'", span: token.span)]
        case .identifier(let name):
            guard let after else { return [] }
            if ["f", "F", "r", "b"].contains(name), after.tokenKind == .stringQuote, token.touches(after) {
                return [ForeignText(kind: "f\"", name: "prefix '\(name)' of a string", span: token.span)]
            }
            let isWord = after.isIdentifier && !after.startsLine
            if ["def", "elif"].contains(name), isWord {
                return [ForeignText(kind: name, name: "'\(name)'", span: token.span)]
            }
            if name == "lambda", isWord || after.tokenKind == .colon {
                return [ForeignText(kind: name, name: "'lambda'", span: token.span)]
            }
        default: break
        }
        return []
    }

    // MARK: Among lines

    private static let blocks = ["for ", "if ", "while ", "else", "elif ", "def ", "with ", "class ", "try", "except"]

    private static func lines(of text: String) -> [ForeignText] {
        var start = 0
        var found: [ForeignText] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let code = String(line.drop { $0 == " " || $0 == "\t" })
            let offset = start + line.utf8.count - code.utf8.count
            start += line.utf8.count + 1
            let whole = SourceSpan(start: offset, end: offset + code.utf8.count)
            let plain = code.trimmingBlanks()
            let second = code.dropFirst().first
            if code.hasPrefix("!"), second?.isLetter == true {
                found.append(ForeignText(kind: "!name", name: "shell command", span: whole))
            } else if code.hasPrefix("?"), second?.isLetter == true || plain.hasSuffix("?") && plain.dropLast().isPath {
                found.append(ForeignText(kind: "?name", name: "'?' of a help request", span: whole))
            } else if plain.hasSuffix(":"), blocks.contains(where: { code.hasPrefix($0) }) {
                found.append(ForeignText(kind: "block", name: "':' at the end of a line", span: whole))
            }
        }
        return found
    }
}

extension TokenSyntax {
    fileprivate var span: SourceSpan {
        SourceSpan(
            start: positionAfterSkippingLeadingTrivia.utf8Offset, end: endPositionBeforeTrailingTrivia.utf8Offset)
    }

    /// Whether a line ends before what stands before it ends.
    fileprivate var startsLine: Bool { leadingTrivia.first { !$0.isSpaceOrTab }?.isNewline ?? false }

    fileprivate func touches(_ next: TokenSyntax) -> Bool {
        endPositionBeforeTrailingTrivia == next.positionAfterSkippingLeadingTrivia
    }

    fileprivate var isIdentifier: Bool {
        if case .identifier = tokenKind { return true }
        return false
    }

    /// Whether an expression may end with it.
    fileprivate var endsOperand: Bool {
        switch tokenKind {
        case .identifier, .rightParen, .rightSquare, .integerLiteral, .floatLiteral, .stringQuote, .dollarIdentifier:
            true
        default: false
        }
    }
}

extension Substring {
    /// `model.cfg`: letters, digits and dots.
    fileprivate var isPath: Bool { !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." } }
}

extension String {
    fileprivate func range(ofLast mark: String) -> Index? {
        var index = endIndex
        while index > startIndex {
            index = self.index(before: index)
            if self[index...].hasPrefix(mark) { return index }
        }
        return nil
    }
}
