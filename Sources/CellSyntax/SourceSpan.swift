/// A stretch of a cell's text, as UTF-8 offsets.
package struct SourceSpan: Sendable, Hashable {
    package var start: Int
    package var end: Int

    package init(start: Int, end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// A span that stands for no text, such as that of a declaration of the library.
    package static let none = SourceSpan(start: 0, end: 0)

    /// The smallest span that holds both.
    package func joined(with other: SourceSpan) -> SourceSpan {
        SourceSpan(start: min(start, other.start), end: max(end, other.end))
    }
}
