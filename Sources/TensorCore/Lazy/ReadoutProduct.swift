/// What a readout gives for the rows of x, computed when somebody reads it, and as far as they read.
///
/// Logits are such a product: mostly a few of their rows and columns are looked at, out of millions of numbers.
struct ReadoutProduct: Sendable {
    /// [row, inner]
    let x: Tensor
    let readout: Readout

    var rows: Int { x.shape[0] }
    var columns: Int { readout.columns }

    /// Some of the rows, still to be computed.
    func selecting(rows: [Int]) throws -> ReadoutProduct {
        ReadoutProduct(x: try x.gathering(axis: 0, rows), readout: readout)
    }

    /// One number of it.
    func element(row: Int, column: Int) -> Float {
        guard let x = x.elements(Float.self).baseAddress else { return 0 }
        return readout.element(x + row * readout.inner, column: column)
    }

    /// Writes all of it to `out`, [row, column].
    /// - Throws: `Interrupted`.
    func write(into out: UnsafeMutablePointer<Float>) throws { try readout.write(x, into: out) }
}
