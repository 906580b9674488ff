/// Turns bytes that come in pieces into text, keeping a character whole that two pieces share.
struct UTF8Assembler: Sendable {
    private var rest: [UInt8] = []

    /// The text that is complete with `bytes`; bytes that are no UTF-8 become U+FFFD.
    mutating func append(_ bytes: some Sequence<UInt8>) -> String {
        rest += bytes
        let end = rest.count - unfinishedCount
        defer { rest.removeFirst(end) }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    /// How many bytes at the end begin a character that is not all here.
    private var unfinishedCount: Int {
        for back in 1...3 where back <= rest.count {
            let byte = rest[rest.count - back]
            if byte < 0x80 { return 0 }
            if byte >= 0xC0 { return back < Self.length(startingWith: byte) ? back : 0 }
        }
        return 0
    }

    private static func length(startingWith byte: UInt8) -> Int { byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2 }
}
