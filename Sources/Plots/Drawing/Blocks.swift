internal import SessionSafety

/// Long work in stretches, between which the stop button is looked at.
enum Blocks {
    /// Takes far less than 10 ms for work of some nanoseconds an element.
    static let size = 1 << 16

    /// Gives `body` one stretch of `range` after another.
    /// - Throws: `Interrupted` when a stop was asked for, and what `body` throws.
    static func forEach(_ range: Range<Int>, of size: Int = size, _ body: (Range<Int>) throws -> Void) throws {
        var start = range.lowerBound
        while start < range.upperBound {
            try Interruption.check()
            let end = min(range.upperBound, start + size)
            try body(start..<end)
            start = end
        }
    }
}
