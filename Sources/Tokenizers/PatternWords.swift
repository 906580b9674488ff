/// The words of Llama 3 and Qwen, which differ in how many digits may stand together.
///
/// Equal to the pattern `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,n}| ?[^\s\p{L}\p{N}]+[\r\n]*|`
/// `\s*[\r\n]+|\s+(?!\S)|\s+`, written by hand as GPT-2's is.
struct PatternWords {
    private let text: [UInt8]
    private let end: Int
    private let mostDigits: Int

    init(_ text: [UInt8], _ end: Int, mostDigits: Int) {
        self.text = text
        self.end = end
        self.mostDigits = mostDigits
    }

    /// How many digits may stand together in a pattern of this kind; nil for another pattern.
    static func mostDigits(of pattern: String) -> Int? {
        for (digits, most) in [("\\p{N}{1,3}", 3), ("\\p{N}", 1)] {
            let known =
                "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\(digits)| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|"
                + "\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
            if pattern == known { return most }
        }
        return nil
    }

    /// Where the word that begins at `start` ends; the alternatives are tried in the pattern's order.
    func wordEnd(_ start: Int) -> Int {
        contraction(start) ?? letters(start) ?? digits(start) ?? others(start) ?? spaces(start)
    }

    private func scalar(_ index: Int) -> (kind: PreTokenizer.Kind, after: Int) {
        PreTokenizer.kindOfScalar(in: text, at: index, end)
    }

    private func isBreak(_ index: Int) -> Bool { index < end && (text[index] == 0x0A || text[index] == 0x0D) }

    /// `'s`, `'LL` and so on, in letters of either case; `ſ` is an s too.
    private func contraction(_ start: Int) -> Int? {
        guard text[start] == UInt8(ascii: "'"), start + 1 < end else { return nil }
        func letter(_ index: Int) -> UInt8? { index < end ? text[index] | 0x20 : nil }
        switch letter(start + 1) {
        case UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "d"): return start + 2
        case UInt8(ascii: "r"), UInt8(ascii: "v"): return letter(start + 2) == UInt8(ascii: "e") ? start + 3 : nil
        case UInt8(ascii: "l"): return letter(start + 2) == UInt8(ascii: "l") ? start + 3 : nil
        default: return text[start + 1..<end].starts(with: "ſ".utf8) ? start + 3 : nil
        }
    }

    /// Letters, and one character in front of them that is no letter, digit or line break.
    private func letters(_ start: Int) -> Int? {
        let (kind, after) = scalar(start)
        if kind == .letter { return run(of: .letter, after) }
        guard kind != .number, !isBreak(start), after < end else { return nil }
        let (next, behind) = scalar(after)
        return next == .letter ? run(of: .letter, behind) : nil
    }

    private func digits(_ start: Int) -> Int? {
        var (index, count) = (start, 0)
        while index < end, count < mostDigits {
            let (kind, after) = scalar(index)
            guard kind == .number else { break }
            (index, count) = (after, count + 1)
        }
        return count > 0 ? index : nil
    }

    /// Marks with a space in front and line breaks behind.
    private func others(_ start: Int) -> Int? {
        let first = text[start] == 0x20 && start + 1 < end ? start + 1 : start
        let (kind, after) = scalar(first)
        guard kind == .other else { return nil }
        var index = run(of: .other, after)
        while isBreak(index) { index += 1 }
        return index
    }

    /// White space to its last line break; or to its last character, which goes with the word that follows.
    private func spaces(_ start: Int) -> Int {
        var (index, lastStart) = (start, start)
        var breakEnd: Int?
        while index < end {
            let (kind, after) = scalar(index)
            guard kind == .space else { break }
            if isBreak(index) { breakEnd = after }
            (lastStart, index) = (index, after)
        }
        if let breakEnd { return breakEnd }
        return index < end && lastStart > start ? lastStart : index
    }

    private func run(of kind: PreTokenizer.Kind, _ start: Int) -> Int {
        var index = start
        while index < end {
            let (next, after) = scalar(index)
            if next != kind { break }
            index = after
        }
        return index
    }
}
