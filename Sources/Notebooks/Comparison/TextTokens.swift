/// A line of text as words and numbers. Space between them is left out.
struct TextTokens {
    enum Token: Equatable {
        case word(String)
        case number(text: String, value: Double, isInteger: Bool)
    }

    private(set) var tokens: [Token] = []
    private var scalars: [Unicode.Scalar]
    private var position = 0
    private var word = String.UnicodeScalarView()

    init(_ line: some StringProtocol) {
        scalars = Array(line.unicodeScalars)
        while position < scalars.count {
            if let end = numberEnd() {
                endWord()
                let text = String(String.UnicodeScalarView(scalars[position..<end]))
                addNumber(text)
                position = end
            } else {
                let scalar = scalars[position]
                if scalar.properties.isWhitespace { endWord() } else { word.append(scalar) }
                position += 1
            }
        }
        endWord()
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        // A rule is as long as its table is wide.
        let isRule =
            word.count > 2 && word.allSatisfy { $0 == word.first }
            && "-─=━".unicodeScalars.contains(word[word.startIndex])
        tokens.append(.word(isRule ? String(word.prefix(3)) : String(word)))
        word = String.UnicodeScalarView()
    }

    private mutating func addNumber(_ text: String) {
        let isInteger = !text.contains { ".eE".contains($0) }
        let value = Double(text.replacing("−", with: "-")) ?? .nan
        tokens.append(.number(text: text, value: value, isInteger: isInteger))
    }

    /// Where a number that begins here ends. One inside a name, such as `L4H11`, belongs to the name.
    private func numberEnd() -> Int? {
        if position > 0, Self.isOfName(scalars[position - 1]) { return nil }
        if position > 1, scalars[position - 1] == ".", Self.isOfName(scalars[position - 2]) { return nil }
        var end = position
        if end < scalars.count, "+-−".unicodeScalars.contains(scalars[end]) { end += 1 }
        let digits = end
        end = digitsEnd(end)
        guard end > digits else { return nil }
        if at(end) == ".", digitsEnd(end + 1) > end + 1 { end = digitsEnd(end + 1) }
        // 1.2.3 is a version, 2020-01-02 a date.
        if at(end) == ".", Self.isDigit(at(end + 1)) { return nil }
        if at(end) == "e" || at(end) == "E" {
            var exponent = end + 1
            if at(exponent) == "+" || at(exponent) == "-" { exponent += 1 }
            if digitsEnd(exponent) > exponent { end = digitsEnd(exponent) }
        }
        return end
    }

    private func at(_ place: Int) -> Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private func digitsEnd(_ start: Int) -> Int {
        var end = start
        while Self.isDigit(at(end)) { end += 1 }
        return end
    }

    private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || isDigit(scalar)
    }
}
