/// Finding texts in texts, by characters.
enum TextSearch {
    static func firstRange(of part: String, in text: Substring) -> Range<String.Index>? {
        guard let first = part.first else { return nil }
        var start = text.startIndex
        while let found = text[start...].firstIndex(of: first) {
            if let end = end(of: part, in: text[found...]) { return found..<end }
            start = text.index(after: found)
        }
        return nil
    }

    /// Where `part` ends in a text that begins with it.
    private static func end(of part: String, in text: Substring) -> String.Index? {
        var index = text.startIndex
        for character in part {
            guard index < text.endIndex, text[index] == character else { return nil }
            index = text.index(after: index)
        }
        return index
    }

    /// The pieces between the occurrences of `separator`; the whole text when there are none.
    static func pieces(of text: String, separatedBy separator: String) -> [Substring] {
        var pieces: [Substring] = []
        var rest = text[...]
        while let range = firstRange(of: separator, in: rest) {
            pieces.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return pieces + [rest]
    }

    /// What the standard library does with an empty text to replace: it is found before every character and at the end.
    static func inserting(_ text: String, in other: String, atMost count: Int) -> String {
        var result = ""
        for (index, character) in other.enumerated() {
            if index < count { result += text }
            result.append(character)
        }
        return other.count < count ? result + text : result
    }

    static func replacing(_ part: String, with replacement: String, in text: String, atMost count: Int = .max) throws
        -> String
    {
        guard !part.isEmpty else { return text }
        var result = ""
        var rest = text[...]
        var done = 0
        while done < count, let range = firstRange(of: part, in: rest) {
            result += rest[..<range.lowerBound]
            result += replacement
            guard result.utf8.count <= CellValue.mostElements else {
                throw CellRuntimeError("the replaced text is too long")
            }
            rest = rest[range.upperBound...]
            done += 1
        }
        return result + rest
    }
}
