/// Finds added tokens in text: of those that begin at the same place the longest.
struct AddedTokens: Sendable {
    /// Those that begin with one byte: which lengths there are, the longest first, and each by its bytes.
    private struct Beginning {
        var lengths: [Int] = []
        var tokens: [ArraySlice<UInt8>: AddedToken] = [:]
    }

    private var beginnings = [Beginning](repeating: Beginning(), count: 256)
    private let isEmpty: Bool

    init(_ tokens: [AddedToken]) {
        isEmpty = tokens.isEmpty
        // Of two with the same text the one with the lower id counts.
        for token in tokens.sorted(by: { $0.id < $1.id }) where !token.content.isEmpty {
            let bytes = Array(token.content.utf8)
            if beginnings[Int(bytes[0])].tokens[bytes[...]] == nil {
                beginnings[Int(bytes[0])].tokens[bytes[...]] = token
            }
        }
        for first in beginnings.indices {
            beginnings[first].lengths = Set(beginnings[first].tokens.keys.map(\.count)).sorted(by: >)
        }
    }

    /// A part of a text.
    enum Piece {
        case text(Range<Int>)
        case token(Int)
    }

    /// Cuts the bytes in `range` at the tokens, and gives `body` what is left and what was found, in order.
    func forEachPiece(
        of text: [UInt8], in range: Range<Int>, _ body: (Piece) throws -> Void
    ) rethrows {
        var (start, index) = (range.lowerBound, range.lowerBound)
        while !isEmpty, index < range.upperBound {
            guard let (count, token) = match(text, at: index, before: range.upperBound) else {
                index += 1
                continue
            }
            let end = index + count
            if !token.isWholeWord || standsAlone(index..<end, text, range) {
                let first = token.takesSpaceBefore ? spaceStart(text, start, index) : index
                let last = token.takesSpaceAfter ? spaceEnd(text, end, range.upperBound) : end
                if start < first { try body(.text(start..<first)) }
                if first < last { try body(.token(token.id)) }
                start = last
            }
            // White space that a token has taken is looked through too, as the tokenizers library does.
            index = end
        }
        if start < range.upperBound { try body(.text(start..<range.upperBound)) }
    }

    private func match(_ text: [UInt8], at index: Int, before end: Int) -> (count: Int, token: AddedToken)? {
        let first = Int(text[index])
        guard !beginnings[first].lengths.isEmpty else { return nil }
        let beginning = beginnings[first]
        for count in beginning.lengths where index + count <= end {
            if let token = beginning.tokens[text[index..<(index + count)]] { return (count, token) }
        }
        return nil
    }

    private func standsAlone(_ place: Range<Int>, _ text: [UInt8], _ range: Range<Int>) -> Bool {
        let before = String(decoding: text[range.lowerBound..<place.lowerBound].suffix(4), as: UTF8.self)
        let after = String(decoding: text[place.upperBound..<range.upperBound].prefix(4), as: UTF8.self)
        return !(before.unicodeScalars.last.map(Self.isOfWord) ?? false)
            && !(after.unicodeScalars.first.map(Self.isOfWord) ?? false)
    }

    /// What regular expressions call `\w`.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: true
        default: scalar.properties.isAlphabetic || scalar.properties.isJoinControl
        }
    }

    /// Where the white space before `end` begins; not before `start`.
    private func spaceStart(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
        guard start < end else { return start }
        var rest = String(decoding: text[start..<end], as: UTF8.self).unicodeScalars
        var first = end
        while let last = rest.last, last.properties.isWhitespace {
            first -= UTF8.width(last)
            rest.removeLast()
        }
        return first
    }

    /// Where the white space from `start` on ends.
    private func spaceEnd(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
        String(decoding: text[start..<end], as: UTF8.self).unicodeScalars.prefix { $0.properties.isWhitespace }
            .reduce(start) { $0 + UTF8.width($1) }
    }
}
