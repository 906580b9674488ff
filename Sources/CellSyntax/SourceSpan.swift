/// A stretch of a cell's text, as UTF-8 offsets.
public struct SourceSpan: Sendable, Hashable {
    public var start: Int
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// A span that stands for no text, such as that of a declaration of the library.
    public static let none = SourceSpan(start: 0, end: 0)

    /// The smallest span that holds both.
    public func joined(with other: SourceSpan) -> SourceSpan {
        SourceSpan(start: min(start, other.start), end: max(end, other.end))
    }
}
