internal import CVectorKernels

// Products of many rows with a matrix of two bytes a number.

extension MatrixBlock {
    /// A widened stretch is a megabyte at most.
    private static let (panelRows, panelColumns) = (1024, 256)

    func addMany(_ x: Rows, _ matrix: UnsafePointer<UInt16>, into out: OutRows) throws {
        try inPanels(columns.count, elementsEach: rows.count * max(4, x.count / 8)) { stretch, wide in
            for column in Swift.stride(from: stretch.lowerBound, to: stretch.upperBound, by: Self.panelColumns) {
                let width = min(Self.panelColumns, stretch.upperBound - column)
                for first in Swift.stride(from: 0, to: rows.count, by: Self.panelRows) {
                    let depth = min(Self.panelRows, rows.count - first)
                    widen(matrix + first * stride + column, depth, width, to: wide)
                    try MatrixProduct.multiply(
                        x.start + first, x.stride, wide, width, into: out.start + column, out.stride, m: x.count,
                        n: width, k: depth, beta: first == 0 ? out.beta : 1)
                }
            }
        }
    }

    func addManyTransposed(_ x: Rows, _ matrix: UnsafePointer<UInt16>, into out: OutRows) throws {
        let (panelRows, panelColumns) = (Self.panelColumns, Self.panelRows)
        try inPanels(rows.count, elementsEach: columns.count * max(4, x.count / 8)) { stretch, wide in
            for first in Swift.stride(from: stretch.lowerBound, to: stretch.upperBound, by: panelRows) {
                let depth = min(panelRows, stretch.upperBound - first)
                for column in Swift.stride(from: 0, to: columns.count, by: panelColumns) {
                    let width = min(panelColumns, columns.count - column)
                    widen(matrix + first * stride + column, depth, width, to: wide)
                    try MatrixProduct.multiply(
                        x.start + column, x.stride, wide, width, transposeB: true, into: out.start + first, out.stride,
                        m: x.count, n: depth, k: width, beta: column == 0 ? out.beta : 1)
                }
            }
        }
    }

    /// Stretches of the numbers below `count`, each with room for a panel.
    private func inPanels(
        _ count: Int, elementsEach: Int, _ body: (Range<Int>, UnsafeMutablePointer<Float>) throws -> Void
    ) throws {
        let cores = MatrixProduct.threadCount
        try MatrixProduct.withoutOwnThreads {
            try Self.inStretches(count, elementsEach: elementsEach, cores: cores) { stretch in
                let panel = try Tensor.allocate([Self.panelRows, Self.panelColumns], .float32)
                guard let wide = panel.mutableElements(Float.self).baseAddress else { return }
                try withExtendedLifetime(panel.storage) { try body(stretch, wide) }
            }
        }
    }

    private func widen(_ from: UnsafePointer<UInt16>, _ rows: Int, _ width: Int, to wide: UnsafeMutablePointer<Float>) {
        for row in 0..<rows { vk_widen(from + row * stride, wide + row * width, width) }
    }
}
