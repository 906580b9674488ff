/// Comments as Python has them, `# like this`.
struct PoundComments {
    let diagnostic: CellDiagnostic
    /// The text with blanks in their place, so that every offset stays what it was.
    let rest: String

    /// Nil when there are none. No Swift has a `#` before a blank outside of texts and comments.
    init?(_ text: String) {
        var bytes = Array(text.utf8)
        var first: SourceSpan?
        var scan = CodeScan(bytes: bytes)
        while let offset = scan.next() {
            guard bytes[offset] == UInt8(ascii: "#"), PoundComments.begins(bytes, offset) else { continue }
            let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
            first = first ?? SourceSpan(start: offset, end: end)
            for index in offset..<end { bytes[index] = 0x20 }
            scan.skip(to: end)
        }
        guard let first else { return nil }
        diagnostic = CellDiagnostic("a comment begins with '//' in Swift, not with '#'", at: first)
        rest = String(decoding: bytes, as: UTF8.self)
    }

    private static func begins(_ bytes: [UInt8], _ offset: Int) -> Bool {
        let before = offset == 0 ? 0x0A : bytes[offset - 1]
        let after = offset + 1 < bytes.count ? bytes[offset + 1] : 0x0A
        return [0x0A, 0x20, 0x09].contains(before) && [0x0A, 0x20, 0x09, UInt8(ascii: "#")].contains(after)
    }
}
