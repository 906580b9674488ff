/// Tokens that are written out in text and never merged, such as `<|endoftext|>`.
struct SpecialTokens: Sendable {
    private let tokens: [(bytes: [UInt8], id: Int32)]

    /// Longer tokens are found before shorter ones that begin alike.
    init(_ tokens: [String: Int32]) {
        self.tokens = tokens.map { (Array($0.key.utf8), $0.value) }
            .filter { !$0.bytes.isEmpty }
            .sorted { ($1.bytes.count, $0.id) < ($0.bytes.count, $1.id) }
    }

    /// The first special token in `text` from `start` on.
    func first(in text: [UInt8], from start: Int) -> (range: Range<Int>, id: Int32)? {
        guard !tokens.isEmpty else { return nil }
        for index in start..<max(start, text.count) {
            for token in tokens where matches(token.bytes, text, index) {
                return (index..<(index + token.bytes.count), token.id)
            }
        }
        return nil
    }

    private func matches(_ token: [UInt8], _ text: [UInt8], _ index: Int) -> Bool {
        guard text[index] == token[0], index + token.count <= text.count else { return false }
        return text[index..<(index + token.count)].elementsEqual(token)
    }
}
