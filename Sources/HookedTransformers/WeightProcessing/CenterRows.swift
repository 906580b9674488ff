internal import Dispatch
internal import TensorCore

/// Takes the mean over d_model off every row of a table [row, d_model], in Float64, rounded once.
func centerRows(_ table: inout Tensor) {
    let (rows, width) = (table.shape[0], table.shape[1])
    let stretches = 16
    table.withUnsafeMutableFloats { values in
        guard let start = values.baseAddress, values.count == rows * width else { return }
        nonisolated(unsafe) let first = start
        DispatchQueue.concurrentPerform(iterations: stretches) { stretch in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: width) { scratch in
                guard let scratch = scratch.baseAddress else { return }
                for row in (rows * stretch / stretches)..<(rows * (stretch + 1) / stretches) {
                    center(first + row * width, width, scratch)
                }
            }
        }
    }
}

private func center(_ row: UnsafeMutablePointer<Float>, _ width: Int, _ scratch: UnsafeMutablePointer<Double>) {
    for column in 0..<width { scratch[column] = Double(row[column]) }
    let mean = Row64.sum(scratch, width) / Double(max(width, 1))
    for column in 0..<width { row[column] = Float(scratch[column] - mean) }
}
