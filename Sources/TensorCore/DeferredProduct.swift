internal import SessionSafety

/// x · wᵀ + bias, computed when somebody reads it, and as far as they read.
///
/// Logits are such a product: mostly a few of their rows and columns are looked at, out of millions of numbers.
struct DeferredProduct: Sendable {
    /// [row, inner]
    let x: Tensor
    /// [column, inner]
    let w: Tensor
    /// [column]; nil stands for zeros.
    let bias: Tensor?

    var rows: Int { x.shape[0] }
    var columns: Int { w.shape[0] }
    private var inner: Int { x.shape[1] }

    /// Some of the rows, still to be computed.
    func selecting(rows: [Int]) throws -> DeferredProduct {
        DeferredProduct(x: try x.gathering(axis: 0, rows), w: w, bias: bias)
    }

    /// One number of it.
    func element(row: Int, column: Int) -> Float {
        let (x, w) = (x.elements(Float.self), w.elements(Float.self))
        guard let left = x.baseAddress, let right = w.baseAddress else { return 0 }
        let shift = bias.map { $0.elements(Float.self)[column] } ?? 0
        return VectorLoops.dot(left + row * inner, right + column * inner, count: inner) + shift
    }

    /// Writes all of it to `out`, [row, column].
    /// - Throws: `Interrupted`.
    func write(into out: UnsafeMutablePointer<Float>) throws {
        let (x, w) = (x.elements(Float.self), w.elements(Float.self))
        guard let left = x.baseAddress, let right = w.baseAddress else { return }
        try MatrixProduct.multiply(
            left, inner, right, inner, transposeB: true, into: out, columns, m: rows, n: columns, k: inner)
        guard let shift = bias?.elements(Float.self).baseAddress else { return }
        RowKernels.addBias(shift, to: out, rows: rows, width: columns)
    }
}

extension VectorLoops {
    /// Σ x[i] · y[i]
    static func dot(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, count: Int) -> Float {
        var sum = Vector()
        var i = 0
        while i + 16 <= count {
            sum += load(x + i) * load(y + i)
            i += 16
        }
        let rest = count - i
        if rest > 0 { sum += load(x + i, count: rest, padding: 0) * load(y + i, count: rest, padding: 0) }
        return sum.sum()
    }
}
