/// The names that stand in a piece of Swift, for tests of what a cursor is offered there.
///
/// Strings and comments are left out, and so are labels and names that are being made: what these will be nobody knows.
package struct NamePositions {
    package struct Position: Sendable, CustomStringConvertible {
        package var name: String
        /// In bytes of UTF-8.
        package var start: Int
        package var isMember: Bool
        /// Whether the name itself says what the text before it cannot: a case without what it is compared with, a name
        /// that is made below.
        package var needsTextBehind: Bool
        package var description: String { "\(isMember ? "." : "")\(name) at \(start)" }
    }

    package private(set) var positions: [Position] = []
    private let bytes: [UInt8]
    private var index = 0
    private var previous = ""
    private var newNamesEnd = 0

    package init(_ text: String) {
        bytes = Array(text.utf8)
        while index < bytes.count { step() }
    }

    /// At most so many of them, spread evenly.
    package func spread(_ most: Int) -> [Position] {
        guard positions.count > most else { return positions }
        return (0..<most).map { positions[$0 * positions.count / most] }
    }

    private mutating func step() {
        if has("//") {
            while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        } else if has("/*") {
            while index < bytes.count, !has("*/") { index += 1 }
            index += 2
        } else if bytes[index] == UInt8(ascii: "%"), previous == "" || startsLine {
            while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        } else if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "#") {
            skipString()
            previous = "\""
        } else if isWord(bytes[index]) {
            word()
        } else {
            noteNewNames()
            if bytes[index] > 0x20 { previous = String(UnicodeScalar(bytes[index])) }
            index += 1
        }
    }

    /// Of `let (a, b)`, `for (a, b)` and `{ a, b in`, the names are new up to where the list ends.
    private mutating func noteNewNames() {
        let rest = bytes[(index + 1)...]
        if bytes[index] == UInt8(ascii: "("), Self.makers.contains(previous) || previous == "{" {
            newNamesEnd = max(newNamesEnd, rest.firstIndex(of: UInt8(ascii: ")")) ?? bytes.count)
        } else if bytes[index] == UInt8(ascii: "{") {
            let end = rest.firstIndex { !isWord($0) && $0 != 0x20 && $0 != UInt8(ascii: ",") } ?? bytes.count
            let words = String(decoding: rest[..<end], as: UTF8.self).split { $0 == " " || $0 == "," }
            guard words.contains("in") else { return }
            newNamesEnd = max(newNamesEnd, index + 1 + (words.first.map { $0.utf8.count } ?? 0))
            let names = words.prefix { $0 != "in" }.joined(separator: ", ")
            newNamesEnd = max(newNamesEnd, index + 2 + names.utf8.count)
        }
    }

    private mutating func word() {
        let start = index
        while index < bytes.count, isWord(bytes[index]) { index += 1 }
        let name = String(decoding: bytes[start..<index], as: UTF8.self)
        defer { previous = name }
        let isMember = previous == "."
        guard name.first?.isLetter == true, isMember || !Self.keywords.contains(name) else { return }
        guard !Self.makers.contains(previous), !isLabel, !isCaseOfEnum(start), start >= newNamesEnd, name != "init",
            name != "self"
        else { return }
        let before = String(decoding: bytes[max(0, start - 6)..<start], as: UTF8.self)
        let behind = String(decoding: bytes[index...], as: UTF8.self)
        let isMadeBelow = ["func", "struct", "enum", "let", "var", "typealias", "case"].contains {
            behind.contains("\($0) \(name)")
        }
        positions.append(
            Position(name: name, start: start, isMember: isMember, needsTextBehind: before == "case ." || isMadeBelow))
    }

    /// Whether a colon follows, as behind labels, keys and names with a type, or another name and its colon; or a value
    /// for one more name of a list.
    private var isLabel: Bool {
        let rest = bytes[index...].drop { $0 == 0x20 }
        if rest.first == UInt8(ascii: ":") { return true }
        if previous == ",", rest.starts(with: "= ".utf8) { return true }
        let name = rest.prefix { isWord($0) }
        return !name.isEmpty && rest.dropFirst(name.count).drop { $0 == 0x20 }.first == UInt8(ascii: ":")
    }

    /// Whether it stands in a list of an enum's cases, whose line begins with `case` and has no colon.
    private func isCaseOfEnum(_ start: Int) -> Bool {
        let first = bytes[..<start].lastIndex { $0 == 0x0A || $0 == UInt8(ascii: "{") }.map { $0 + 1 } ?? 0
        let before = String(decoding: bytes[first..<start], as: UTF8.self).drop { $0 == " " }
        let behind = String(decoding: bytes[start...].prefix { $0 != 0x0A }, as: UTF8.self)
        return before.hasPrefix("case ") && !before.dropFirst(5).hasPrefix(".") && !before.hasPrefix("case let")
            && !(before + behind).contains(":")
    }

    private var startsLine: Bool {
        bytes[..<index].last { $0 != 0x20 }.map { $0 == 0x0A } ?? true
    }

    /// To the end of a string. One with code in it, or with marks around it, ends with its line here.
    private mutating func skipString() {
        let quote = has("\"\"\"") ? "\"\"\"" : "\""
        let line = bytes[index...].prefix { $0 != 0x0A }
        let isPlain = bytes[index] == UInt8(ascii: "\"") && !String(decoding: line, as: UTF8.self).contains("\\(")
        guard isPlain || quote.count == 3 else {
            index += line.count
            return
        }
        index += quote.utf8.count
        while index < bytes.count, !has(quote) {
            if quote == "\"", bytes[index] == 0x0A { return }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index += quote.utf8.count
    }

    private func has(_ text: String) -> Bool { bytes.dropFirst(index).starts(with: text.utf8) }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
            true
        default: false
        }
    }

    /// What a new name stands behind.
    private static let makers: Set<String> = [
        "let", "var", "func", "struct", "enum", "case", "for", "typealias", "class", "import", "protocol", "\\",
    ]
    private static let keywords: Set<String> = [
        "as", "break", "case", "catch", "continue", "default", "defer", "do", "else", "enum", "extension", "false",
        "for", "func", "guard", "if", "import", "in", "inout", "is", "let", "mutating", "nil", "repeat", "return",
        "static", "struct", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while", "set",
        "get", "Self", "some", "any", "private", "indirect", "nonmutating", "lazy", "weak", "unowned", "rethrows",
        "fallthrough", "subscript", "willSet", "didSet", "prefix", "postfix", "infix", "operator", "fileprivate",
        "public",
        "internal",
    ]
}
