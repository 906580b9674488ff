/// What surrounds the cursor: the open brackets, and the string that it stands in.
///
/// The text before the cursor is read once, from its beginning, as a lexer does it. Nothing needs to be whole.
struct CursorScan {
    struct Bracket {
        var opening: UInt8
        /// Where it stands.
        var offset: Int
        var commas = 0
        /// Where the current argument begins.
        var argumentStart: Int
    }

    private(set) var brackets: [Bracket] = []
    /// Where the text of the string begins that the cursor is in; nil outside of strings.
    private(set) var stringStart: Int?
    private(set) var isComment = false
    let bytes: [UInt8]

    /// - Parameter cursor: in bytes of UTF-8.
    init(_ text: String, cursor: Int) {
        bytes = Array(text.utf8.prefix(max(0, cursor)))
        var index = 0
        scan(&index, until: nil)
    }

    private mutating func scan(_ index: inout Int, until end: UInt8?) {
        let depth = brackets.count
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""): string(&index)
            case UInt8(ascii: "/") where next(index) == UInt8(ascii: "/"): lineComment(&index)
            case UInt8(ascii: "/") where next(index) == UInt8(ascii: "*"): blockComment(&index)
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets.append(Bracket(opening: byte, offset: index, argumentStart: index + 1))
                index += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if byte == end, brackets.count == depth { return }
                if brackets.count > depth { brackets.removeLast() }
                index += 1
            case UInt8(ascii: ","):
                if let last = brackets.indices.last {
                    brackets[last].commas += 1
                    brackets[last].argumentStart = index + 1
                }
                index += 1
            default: index += 1
            }
            if stringStart != nil || isComment { return }
        }
    }

    private func next(_ index: Int) -> UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

    private mutating func string(_ index: inout Int) {
        let quote = UInt8(ascii: "\"")
        let isLong = index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
        index += isLong ? 3 : 1
        let start = index
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\") {
                guard next(index) == UInt8(ascii: "(") else {
                    index += 2
                    continue
                }
                index += 2
                let open = brackets.count
                brackets.append(Bracket(opening: UInt8(ascii: "("), offset: index - 1, argumentStart: index))
                scanInterpolation(&index, open)
                if stringStart != nil || isComment || index >= bytes.count { return }
            } else if bytes[index] == quote {
                if !isLong {
                    index += 1
                    return
                }
                if index + 2 < bytes.count, bytes[index + 1] == quote, bytes[index + 2] == quote {
                    index += 3
                    return
                }
                index += 1
            } else if bytes[index] == 0x0A, !isLong {
                return
            } else {
                index += 1
            }
        }
        stringStart = min(start, bytes.count)
    }

    private mutating func scanInterpolation(_ index: inout Int, _ open: Int) {
        scan(&index, until: UInt8(ascii: ")"))
        guard index < bytes.count else { return }
        brackets.removeLast(max(0, brackets.count - open))
        index += 1
    }

    private mutating func lineComment(_ index: inout Int) {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        isComment = index >= bytes.count
    }

    private mutating func blockComment(_ index: inout Int) {
        index += 2
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
                index += 2
                return
            }
            index += 1
        }
        index = bytes.count
        isComment = true
    }

    // MARK: What stands before a place

    /// The name that ends at a place: `gath` of `t.gath`.
    func identifierStart(endingAt end: Int) -> Int {
        var start = end
        while start > 0, bytes[start - 1].isIdentifier { start -= 1 }
        return start
    }

    /// The value or type that ends at a place: `model.cfg` of `model.cfg.nL`, `f(1)[0]` of `f(1)[0].x`.
    func expressionStart(endingAt end: Int) -> Int? {
        var index = end
        while index > 0 {
            switch bytes[index - 1] {
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard let open = matchingOpening(before: index - 1) else { return nil }
                index = open
                // A trailing closure follows its call after a blank.
                if bytes[open] == UInt8(ascii: "{") { while index > 0, bytes[index - 1] == 0x20 { index -= 1 } }
            case UInt8(ascii: "?"), UInt8(ascii: "!"): index -= 1
            case UInt8(ascii: "\""):
                guard let open = bytes[..<(index - 1)].lastIndex(of: UInt8(ascii: "\"")) else { return nil }
                return open
            default:
                let start = identifierStart(endingAt: index)
                guard start < index else { return index < end ? index : nil }
                guard start > 0, bytes[start - 1] == UInt8(ascii: ".") else { return start }
                index = start - 1
                // A chain may go on in a new line.
                while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x0A { index -= 1 }
                continue
            }
            if index > 0, bytes[index - 1] == UInt8(ascii: ".") { index -= 1 }
        }
        return index < end ? index : nil
    }

    private func matchingOpening(before end: Int) -> Int? {
        var depth = 0
        var index = end
        while index >= 0 {
            switch bytes[index] {
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth += 1
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index -= 1
        }
        return nil
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}

extension UInt8 {
    /// Part of a name. Bytes beyond ASCII are, as letters of other alphabets.
    var isIdentifier: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }
}
