internal import SwiftParser
internal import SwiftSyntax

/// What stands at a cursor, as the tree of the text has it; nothing needs to be whole.
package struct CursorPlace: Sendable {
    package enum Kind: Sendable, Hashable {
        /// A name where an expression stands, or the first word of a statement.
        case name
        /// A name behind a dot.
        case member
        /// The name of a type, in an annotation or `extension`.
        case type
        /// Behind `import`.
        case module
        /// Behind `break` or `continue`, among these labels.
        case loop(labels: [String])
        /// A label that an argument has.
        case label
        /// Within a string, whose text begins at a place.
        case text(start: Int)
        /// A name that is being made: `let na`, `func na`.
        case newName
        case comment
    }

    package let kind: Kind
    /// The bytes of the name before the cursor.
    package let typed: Range<Int>
    /// The text that is to be checked: a name stands at the cursor whatever was typed.
    package let text: String

    /// Stands for what is typed. Nobody calls a variable so.
    package static let placeholder = "__cursor__"

    /// The place for what may be typed there: the name before the cursor gives way to the placeholder.
    package init?(completing text: String, at cursor: Int) {
        let bytes = Array(text.utf8)
        var start = cursor
        while start > 0, bytes[start - 1].isNamePart { start -= 1 }
        var end = cursor
        while end < bytes.count, bytes[end].isNamePart { end += 1 }
        let changed = bytes[..<start] + Array(CursorPlace.placeholder.utf8) + bytes[end...]
        self.init(String(decoding: changed, as: UTF8.self), start, start..<cursor)
    }

    /// The place of the name that the cursor stands in or behind, which stays; without a name as ``init(completing:at:)``.
    package init?(inspecting text: String, at cursor: Int) {
        let bytes = Array(text.utf8)
        var end = cursor
        while end < bytes.count, bytes[end].isNamePart { end += 1 }
        var start = end
        while start > 0, bytes[start - 1].isNamePart { start -= 1 }
        guard start < end else {
            self.init(completing: text, at: cursor)
            return
        }
        self.init(text, start, start..<end)
    }

    private init?(_ text: String, _ start: Int, _ typed: Range<Int>) {
        guard Nesting.excess(in: text) == nil else { return nil }
        let tree = Parser.parse(source: text)
        guard let token = tree.token(at: AbsolutePosition(utf8Offset: start)) else { return nil }
        kind = CursorPlace.kind(of: token, at: start)
        self.text = text
        self.typed = typed
    }

    private static func kind(of token: TokenSyntax, at place: Int) -> Kind {
        // Only comments have words between the tokens.
        if place < token.positionAfterSkippingLeadingTrivia.utf8Offset
            || place >= token.endPositionBeforeTrailingTrivia.utf8Offset
        {
            return .comment
        }
        if case .stringSegment = token.tokenKind { return .text(start: textStart(token)) }
        for node in sequence(first: Syntax(token), next: \.parent).dropFirst() {
            switch node.as(SyntaxEnum.self) {
            case .memberAccessExpr(let member): return member.declName.baseName.id == token.id ? .member : .name
            case .labeledExpr(let argument): return argument.label?.id == token.id ? .label : .name
            case .importDecl: return .module
            case .identifierType, .memberType: return .type
            case .identifierPattern(let pattern):
                return pattern.parent?.is(OptionalBindingConditionSyntax.self) == true ? .name : .newName
            case .functionDecl(let made): return made.name.id == token.id ? .newName : .name
            case .structDecl(let made): return made.name.id == token.id ? .newName : .name
            case .enumDecl(let made): return made.name.id == token.id ? .newName : .name
            case .typeAliasDecl(let made): return made.name.id == token.id ? .newName : .name
            case .enumCaseElement(let made): return made.name.id == token.id ? .newName : .name
            case .functionParameter(let made):
                return made.firstName.id == token.id || made.secondName?.id == token.id ? .newName : .name
            case .closureShorthandParameter, .closureParameter: return .newName
            case .breakStmt, .continueStmt: return .loop(labels: labels(around: node))
            case .codeBlockItem: return .name
            default: continue
            }
        }
        return .name
    }

    /// The labels of the statements that a statement stands in, the nearest first.
    private static func labels(around node: Syntax) -> [String] {
        sequence(first: node, next: \.parent).compactMap { $0.as(LabeledStmtSyntax.self)?.label.text }
    }

    /// Where the text of the string literal begins that a piece of text is of.
    private static func textStart(_ segment: TokenSyntax) -> Int {
        for node in sequence(first: Syntax(segment), next: \.parent) {
            if let literal = node.as(StringLiteralExprSyntax.self) {
                return literal.openingQuote.endPosition.utf8Offset
            }
        }
        return segment.position.utf8Offset
    }
}

extension UInt8 {
    /// Part of a name. Bytes beyond ASCII are, as letters of other alphabets.
    var isNamePart: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }
}
