internal import CellValues

/// Finding texts in texts, by characters. A long search can be stopped.
struct TextSearch {
    private let part: String
    private var watch = StopWatch()

    init(_ part: String) { self.part = part }

    static func firstRange(of part: String, in text: Substring) throws -> Range<String.Index>? {
        var search = TextSearch(part)
        return try search.next(in: text)
    }

    mutating func next(in text: Substring) throws -> Range<String.Index>? {
        guard let first = part.first else { return nil }
        var start = text.startIndex
        while start < text.endIndex {
            try watch.step()
            if text[start] == first, let end = try end(in: text[start...]) { return start..<end }
            start = text.index(after: start)
        }
        return nil
    }

    /// Where the part ends in a text that begins with it.
    private mutating func end(in text: Substring) throws -> String.Index? {
        var index = text.startIndex
        for character in part {
            try watch.step()
            guard index < text.endIndex, text[index] == character else { return nil }
            index = text.index(after: index)
        }
        return index
    }

    /// The pieces between the occurrences of `separator`; the whole text when there are none.
    static func pieces(of text: String, separatedBy separator: String) throws -> [Substring] {
        var search = TextSearch(separator)
        var pieces: [Substring] = []
        var rest = text[...]
        while let range = try search.next(in: rest) {
            pieces.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return pieces + [rest]
    }

    /// What the standard library does with an empty text to replace: it is found before every character and at the end.
    static func inserting(_ text: String, in other: String, atMost count: Int) throws -> String {
        let places = min(count, try other.characterCount() + 1)
        try checkReplaced(other.utf8.count, text.utf8.count, places)
        var result = ""
        var watch = StopWatch()
        var done = 0
        for character in other {
            try watch.step()
            if done < places { result += text }
            done += 1
            result.append(character)
        }
        return done < places ? result + text : result
    }

    static func replacing(_ part: String, with replacement: String, in text: String, atMost count: Int = .max) throws
        -> String
    {
        guard !part.isEmpty else { return text }
        var search = TextSearch(part)
        var result = ""
        var rest = text[...]
        var done = 0
        while done < count, let range = try search.next(in: rest) {
            try checkReplaced(result.utf8.count + rest.utf8.count - part.utf8.count, replacement.utf8.count, 1)
            result += rest[..<range.lowerBound]
            result += replacement
            rest = rest[range.upperBound...]
            done += 1
        }
        return result + rest
    }

    /// Refuses a text that would be too long, before it is made.
    private static func checkReplaced(_ kept: Int, _ added: Int, _ times: Int) throws {
        let (bytes, overflow) = added.multipliedReportingOverflow(by: times)
        guard !overflow, bytes <= CellValue.mostElements, kept + bytes <= CellValue.mostElements else {
            throw CellRuntimeError("the replaced text is too long: the most is \(CellValue.mostElements) bytes")
        }
    }
}
