/// How deep square brackets stand within each other.
///
/// The parser looks ahead from every `[` to tell a type from a literal, and each of them doubles that look.
enum Nesting {
    /// The most that are read. A literal of so many dimensions has no reader either.
    static let most = 16

    /// The first bracket that stands too deep.
    static func excess(in text: String) -> CellDiagnostic? {
        let bytes = Array(text.utf8)
        var scan = CodeScan(bytes: bytes)
        var depth = 0
        while let offset = scan.next() {
            switch bytes[offset] {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth = max(0, depth - 1)
            default: break
            }
            guard depth > most else { continue }
            return CellDiagnostic(
                "more than \(most) square brackets within each other", at: SourceSpan(start: offset, end: offset + 1),
                hints: ["build the value in several statements"])
        }
        return nil
    }
}
