extension Tensor {
    /// Whether shapes agree and every |a − b| ≤ atol + rtol · |b|, as PyTorch's `allclose`. NaN is close to nothing.
    ///
    /// `a.allClose(b, atol: 1e-4)`
    public func allClose(_ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8) -> Bool {
        guard shape == other.shape else { return false }
        return Tensor.orFault(returning: false) {
            try detach().withUnsafeFloats { a in
                try other.detach().withUnsafeFloats { b in
                    var areClose = true
                    try forEachPiece(a.count) {
                        for i in $0 where areClose && a[i] != b[i] {
                            let allowed = atol + rtol * Swift.abs(Double(b[i]))
                            areClose = Swift.abs(Double(a[i]) - Double(b[i])) <= allowed
                        }
                    }
                    return areClose
                }
            }
        }
    }
}

extension Tensor: Equatable {
    /// Whether shapes and all values agree. For a mask of where they do, use `.==`.
    public static func == (a: Tensor, b: Tensor) -> Bool {
        guard a.shape == b.shape else { return false }
        return (a .== b).all()
    }
}
