internal import SessionSafety
internal import TensorCore

/// Takes the mean over d_model off a matrix that writes into the residual stream, and off its bias [d_model].
func centerRows(_ table: inout Tensor, bias: inout Tensor) throws {
    try centerRows(&table)
    bias = Tensor(rounding: centered(Matrix64(bias).values))
}

/// Takes the mean over d_model off every row of a table [row, d_model], in Float64, rounded once.
///
/// - Throws: `Interrupted`.
func centerRows(_ table: inout Tensor) throws {
    let (rows, width) = (table.shape[0], table.shape[1])
    let stretches = 16
    try table.withUnsafeMutableFloats { values in
        guard let start = values.baseAddress, values.count == rows * width else { return }
        // Each stretch has rows of its own.
        nonisolated(unsafe) let first = start
        _ = try onAllCores(stretches) { stretch in
            for row in (rows * stretch / stretches)..<(rows * (stretch + 1) / stretches) {
                if row & 0xFF == 0 { try Interruption.check() }
                _ = Row64.center(first + row * width, into: first + row * width, width)
            }
        }
    }
}
