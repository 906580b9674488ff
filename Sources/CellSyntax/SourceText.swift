/// The text of one cell, with its lines, so that a span can be shown as line, column and caret.
package final class SourceText: Sendable {
    /// What tracebacks call the cell, such as `cell 3`.
    package let name: String
    package let text: String
    private let lineStarts: [Int]
    private let bytes: [UInt8]

    package init(_ text: String, name: String = "cell") {
        self.name = name
        self.text = text
        bytes = Array(text.utf8)
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        lineStarts = starts
    }

    /// The line, counted from 1, and the column, counted in characters from 1.
    package func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(0, offset), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let prefix = String(decoding: bytes[lineStarts[low]..<offset], as: UTF8.self)
        return (low + 1, prefix.count + 1)
    }

    /// The text of a line, counted from 1, without its end.
    package func line(_ number: Int) -> String {
        guard number >= 1, number <= lineStarts.count else { return "" }
        let start = lineStarts[number - 1]
        let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }

    /// The text of a span.
    package subscript(span: SourceSpan) -> String {
        let end = min(span.end, bytes.count)
        return String(decoding: bytes[min(span.start, end)..<end], as: UTF8.self)
    }

    /// The most characters of a line that an excerpt shows.
    private static let longest = 240

    /// A line, or of a very long one the part around a place, and how many characters stand before the place.
    private static func part(of line: String, around place: Int) -> (text: String, before: Int) {
        guard line.count > longest else { return (line, place) }
        let start = max(0, place - longest / 4)
        let rest = line.dropFirst(start)
        let text = (start > 0 ? "…" : "") + rest.prefix(longest) + (rest.count > longest ? "…" : "")
        return (text, place - start + (start > 0 ? 1 : 0))
    }

    /// The line of a span with carets below it:
    /// ```
    /// 2 | let x = foo(1)
    ///   |         ^~~
    /// ```
    package func excerpt(_ span: SourceSpan) -> [String] {
        let (number, column) = position(of: span.start)
        let whole = line(number)
        let (text, before) = SourceText.part(of: whole, around: column - 1)
        let gutter = String(number)
        let length = max(1, min(self[span].prefix { $0 != "\n" }.count, text.count - before))
        let indent = text.prefix(before).map { $0 == "\t" ? "\t" : " " }.joined()
        return [
            "\(gutter) | \(text)",
            "\(String(repeating: " ", count: gutter.count)) | \(indent)^\(String(repeating: "~", count: length - 1))",
        ]
    }
}
