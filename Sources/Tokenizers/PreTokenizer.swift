/// Splits text into the words within which merges happen, as GPT-2 does it.
///
/// Equal to the pattern `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`, written by hand on
/// Unicode scalars because a regular-expression engine would cost more than everything else in encoding.
struct PreTokenizer {
    private let text: [UInt8]
    private var position: Int

    /// Splits the UTF-8 bytes `text` from `start` on.
    init(_ text: [UInt8], from start: Int = 0) {
        self.text = text
        self.position = start
    }

    /// The range of the next word that begins before `end`, or nil when there is none.
    mutating func next(before end: Int) -> Range<Int>? {
        guard position < end else { return nil }
        let start = position
        position = contractionEnd(start, end) ?? wordEnd(start, end)
        return start..<position
    }

    /// `'s`, `'t`, `'re`, `'ve`, `'m`, `'ll`, `'d`, in lower case only.
    private func contractionEnd(_ start: Int, _ end: Int) -> Int? {
        guard text[start] == UInt8(ascii: "'"), start + 1 < end else { return nil }
        switch text[start + 1] {
        case UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "d"): return start + 2
        case UInt8(ascii: "r"), UInt8(ascii: "v"): return letter(at: start + 2, is: "e", end)
        case UInt8(ascii: "l"): return letter(at: start + 2, is: "l", end)
        default: return nil
        }
    }

    private func letter(at index: Int, is letter: Unicode.Scalar, _ end: Int) -> Int? {
        index < end && text[index] == UInt8(ascii: letter) ? index + 1 : nil
    }

    /// A run of one kind, with the space before it; or white space.
    private func wordEnd(_ start: Int, _ end: Int) -> Int {
        let (kind, after) = kindOfScalar(at: start, end)
        guard kind == .space else { return runEnd(of: kind, from: after, end) }
        if text[start] == UInt8(ascii: " "), after < end {
            let (nextKind, afterNext) = kindOfScalar(at: after, end)
            if nextKind != .space { return runEnd(of: nextKind, from: afterNext, end) }
        }
        return spaceEnd(start, end)
    }

    private func runEnd(of kind: Kind, from start: Int, _ end: Int) -> Int {
        var index = start
        while index < end {
            let (next, after) = kindOfScalar(at: index, end)
            if next != kind { break }
            index = after
        }
        return index
    }

    /// White space up to its last character, which goes with the word that follows, if one does.
    private func spaceEnd(_ start: Int, _ end: Int) -> Int {
        var index = start
        var lastStart = start
        while index < end {
            let (kind, after) = kindOfScalar(at: index, end)
            if kind != .space { return lastStart > start ? lastStart : index }
            lastStart = index
            index = after
        }
        return index
    }

    /// Where the digit, the run of digits or the run of other characters that begins here ends.
    func digitsEnd(areSingle: Bool, before end: Int) -> Int {
        let (kind, after) = kindOfScalar(at: position, end)
        if areSingle, kind == .number { return after }
        var index = after
        while index < end {
            let (next, behind) = kindOfScalar(at: index, end)
            if (next == .number) != (kind == .number) { break }
            index = behind
        }
        return index
    }

    private func kindOfScalar(at index: Int, _ end: Int) -> (kind: Kind, after: Int) {
        Self.kindOfScalar(in: text, at: index, end)
    }

    /// What the scalar at `index` is, and where the next one begins.
    static func kindOfScalar(in text: [UInt8], at index: Int, _ end: Int) -> (kind: Kind, after: Int) {
        let byte = text[index]
        if byte < 0x80 { return (Kind.ofASCII[Int(byte)], index + 1) }
        let (scalar, length) = decodeScalar(in: text, at: index, end)
        return (Kind(scalar), index + length)
    }

    /// The scalar at `index`; `text` comes from a `String` and is therefore well formed.
    private static func decodeScalar(in text: [UInt8], at index: Int, _ end: Int) -> (Unicode.Scalar, Int) {
        let first = text[index]
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= end else { return ("\u{FFFD}", end - index) }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

extension PreTokenizer {
    /// What the pattern tells apart.
    enum Kind: UInt8 {
        case letter, number, space, other

        static let ofASCII: [Kind] = (0..<128).map { Kind(Unicode.Scalar(UInt8($0))) }

        init(_ scalar: Unicode.Scalar) {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: self = .letter
            case .decimalNumber, .letterNumber, .otherNumber: self = .number
            default: self = scalar.properties.isWhitespace ? .space : .other
            }
        }
    }
}
