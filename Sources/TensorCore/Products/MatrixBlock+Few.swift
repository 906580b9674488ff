internal import SessionSafety

// Products with few rows, which read the matrix as fast as memory gives it.

extension MatrixBlock {
    typealias AddRow<Element> = (
        UnsafePointer<Float>, UnsafePointer<Element>, Int, UnsafeMutablePointer<Float>, Int, Int
    ) -> Void

    func addFew<Element>(
        _ x: Rows, _ matrix: UnsafePointer<Element>, into out: OutRows, _ addRow: AddRow<Element>
    ) throws {
        MultiplyAdds.add(x.count * rows.count * columns.count)
        try Self.inStretches(columns.count, elementsEach: rows.count * x.count) { stretch in
            out.begin(x.count, stretch)
            // A block of rows is in the cache when the second row of x comes.
            for first in Swift.stride(from: 0, to: rows.count, by: Self.deepStep) {
                let depth = min(Self.deepStep, rows.count - first)
                for row in 0..<x.count {
                    addRow(
                        x.start + row * x.stride + first, matrix + first * stride + stretch.lowerBound, stride,
                        out.start + row * out.stride + stretch.lowerBound, depth, stretch.count)
                }
            }
        }
    }

    func addFewTransposed<Element>(
        _ x: Rows, _ matrix: UnsafePointer<Element>, into out: OutRows, _ addRow: AddRow<Element>
    ) throws {
        MultiplyAdds.add(x.count * rows.count * columns.count)
        try Self.inStretches(rows.count, elementsEach: columns.count * x.count) { stretch in
            out.begin(x.count, stretch)
            for first in Swift.stride(from: stretch.lowerBound, to: stretch.upperBound, by: Self.deepStep) {
                let depth = min(Self.deepStep, stretch.upperBound - first)
                for row in 0..<x.count {
                    addRow(
                        x.start + row * x.stride, matrix + first * stride, stride,
                        out.start + row * out.stride + first, depth, columns.count)
                }
            }
        }
    }

    private static let deepStep = 128

    /// Gives `body` stretches of the numbers below `count`, one per core where there is enough to do, those of a core in
    /// pieces of some milliseconds.
    static func inStretches(
        _ count: Int, elementsEach: Int, cores: Int = MatrixProduct.threadCount, _ body: (Range<Int>) throws -> Void
    ) throws {
        guard cores > 1, count * elementsEach > (AwakeCores.areAskedFor ? worthSharingAwake : worthSharing) else {
            return try pieces(0..<count, elementsEach, body)
        }
        // Whole cache lines each.
        let step = max(16, ((count + cores - 1) / cores + 15) & ~15)
        _ = try onAllCores((count + step - 1) / step) { share in
            try pieces(share * step..<min(count, (share + 1) * step), elementsEach, body)
        }
    }

    /// Below it, waking another core costs as much as it saves.
    private static let worthSharing = 300_000
    private static let worthSharingAwake = 30_000

    private static func pieces(
        _ range: Range<Int>, _ elementsEach: Int, _ body: (Range<Int>) throws -> Void
    ) throws {
        let step = max(256, (20_000_000 / max(1, elementsEach)) & ~15)
        for first in Swift.stride(from: range.lowerBound, to: range.upperBound, by: step) {
            try Interruption.check()
            try body(first..<min(range.upperBound, first + step))
        }
    }
}
