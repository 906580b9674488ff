/// How deep square brackets stand within each other.
///
/// The parser looks ahead from every `[` to tell a type from a literal, and each of them doubles that look.
struct Nesting {
    /// The most that are read. A literal of so many dimensions has no reader either.
    static let most = 16

    /// The first bracket that stands too deep.
    static func excess(in text: String) -> CellDiagnostic? {
        var scan = Nesting(bytes: Array(text.utf8))
        guard let offset = scan.excess() else { return nil }
        return CellDiagnostic(
            "more than \(most) square brackets within each other", at: SourceSpan(start: offset, end: offset + 1),
            hints: ["build the value in several statements"])
    }

    private let bytes: [UInt8]
    private var offset = 0

    private mutating func excess() -> Int? {
        var depth = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "["):
                depth += 1
                if depth > Nesting.most { return offset }
            case UInt8(ascii: "]"): depth = max(0, depth - 1)
            case UInt8(ascii: "\""): skipText()
            case UInt8(ascii: "/"): skipComment()
            default: break
            }
            offset += 1
        }
        return nil
    }

    private func has(_ text: StaticString, at place: Int) -> Bool {
        place + text.utf8CodeUnitCount <= bytes.count
            && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
    }

    /// To the last byte of a string; one that isn't closed ends with its line.
    private mutating func skipText() {
        let isLong = has("\"\"\"", at: offset)
        offset += isLong ? 3 : 1
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "\\") {
                offset += 2
                continue
            }
            if isLong, has("\"\"\"", at: offset) {
                offset += 2
                return
            }
            if !isLong, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == 0x0A { return }
            offset += 1
        }
    }

    private mutating func skipComment() {
        if has("//", at: offset) {
            while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
        } else if has("/*", at: offset) {
            offset += 2
            while offset < bytes.count, !has("*/", at: offset) { offset += 1 }
        }
    }
}
