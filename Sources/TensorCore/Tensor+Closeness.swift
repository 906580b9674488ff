extension Tensor {
    /// Whether shapes agree and every |a − b| ≤ atol + rtol · |b|, as PyTorch's `allclose`. NaN is close to nothing.
    public func allClose(_ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8) -> Bool {
        guard shape == other.shape else { return false }
        return withUnsafeFloats { a in
            other.withUnsafeFloats { b in
                a.indices.allSatisfy { i in
                    a[i] == b[i]
                        || Swift.abs(Double(a[i]) - Double(b[i])) <= atol + rtol * Swift.abs(Double(b[i]))
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
