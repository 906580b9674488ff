internal import SessionSafety

extension FactoredMatrix {
    /// The singular value decomposition U · diag(S) · Vᵀ: U [..., l, k], S [..., k] falling, V [..., r, k], k = min(l,
    /// m, r).
    ///
    /// ```swift
    /// let (u, s, v) = try model.OV[9, 6].svd()
    /// ```
    /// In each column of V the component of largest magnitude is positive, so that the answer does not depend on the
    /// machine.
    /// V is what TransformerLens calls `Vh`.
    /// - Throws: `TensorError.noConvergence` for matrices that hold NaN or infinities.
    public func svd() throws -> (U: Tensor, S: Tensor, V: Tensor) {
        let parts = try Fault.catching {
            try mapMatrices {
                try ProductSingularVectors(TallMatrix64($0), timesTransposed: TallMatrix64(transposing: $1))
            }
        }
        let (l, r) = (A.shape[ndim - 2], B.shape[ndim - 1])
        let k = Swift.min(l, r, A.shape[ndim - 1])
        return try Fault.catching {
            (
                U: joined(try parts.map { try $0.left().tensor([l, k]) }, [l, k]),
                S: joined(parts.map { Tensor($0.singularValues.map { Float($0) }, shape: [k]) }, [k]),
                V: joined(parts.map { $0.right().transposed.tensor([r, k]) }, [r, k])
            )
        }
    }

    /// The eigenvalues of B · A, which are those of the product but for zeros: [..., m], largest magnitude first.
    ///
    /// ```swift
    /// let (real, imaginary) = try model.OV[5, 1].eigenvalues()
    /// let copying = (real.sum() / (real * real + imaginary * imaginary).sqrt().sum()).item()
    /// ```
    /// - Throws: `TensorError.shapeMismatch` where the product is not square.
    public func eigenvalues() throws -> (real: Tensor, imaginary: Tensor) {
        let (l, m, r) = (A.shape[ndim - 2], A.shape[ndim - 1], B.shape[ndim - 1])
        guard l == r else {
            throw TensorError.badRank(operation: "eigenvalues", shape: shape, expected: "square matrices")
        }
        let values = try Fault.catching {
            try mapMatrices { try Eigenvalues(try $1.multiplied(by: $0).values, size: m) }
        }
        return try Fault.catching {
            (
                real: joined(values.map { Tensor($0.real.map { Float($0) }, shape: [m]) }, [m]),
                imaginary: joined(values.map { Tensor($0.imaginary.map { Float($0) }, shape: [m]) }, [m])
            )
        }
    }

    /// The Frobenius norm of each matrix of the stack: `model.OV.norm()` is [layer, head].
    public func norm() -> Tensor {
        Tensor.orFault {
            let squares = try mapMatrices { a, b in
                let (left, right) = (try a.gram(), try b.gramOfRows())
                return zip(left.values, right.values).reduce(0) { $0 + $1.0 * $1.1 }
            }
            // NaN stays NaN: it is not less than 0.
            let norms = squares.map { Tensor(Float(($0 < 0 ? 0 : $0).squareRoot())) }
            return joined(norms, [])
        }
    }

    /// The same product with factors of equal weight, U · √S and √S · Vᵀ: `try ov.makeEven()`.
    public func makeEven() throws -> FactoredMatrix {
        let (u, s, v) = try svd()
        return try Fault.catching {
            let root = s.sqrt().unsqueezed(dim: -2)
            return FactoredMatrix(u * root, (v * root).T)
        }
    }

    /// The product without its orthogonal left factor, S · Vᵀ [..., k, r]: `try ov.collapseL()`.
    public func collapseL() throws -> Tensor {
        let (_, s, v) = try svd()
        return try Fault.catching { (v * s.unsqueezed(dim: -2)).T }
    }

    /// The product without its orthogonal right factor, U · S [..., l, k]: `try ov.collapseR()`.
    public func collapseR() throws -> Tensor {
        let (u, s, _) = try svd()
        return try Fault.catching { u * s.unsqueezed(dim: -2) }
    }
}

extension FactoredMatrix {
    /// What `body` says of the factors of each matrix of the stack, in double precision; of matrices without elements
    /// nothing has to be said.
    func mapMatrices<Result>(_ body: (_ a: Matrix64, _ b: Matrix64) throws -> Result) throws -> [Result] {
        let (l, m, r) = (A.shape[ndim - 2], A.shape[ndim - 1], B.shape[ndim - 1])
        if A.count == 0 || B.count == 0 { return [] }
        return try (0..<A.shape.dropLast(2).reduce(1, *)).map { index in
            try Interruption.check()
            let a = A.view(elementOffset: index * l * m, shape: [l, m])
            let b = B.view(elementOffset: index * m * r, shape: [m, r])
            return try body(Matrix64(a), Matrix64(b))
        }
    }

    /// One tensor per matrix as one tensor, in the shape of the stack.
    private func joined(_ parts: [Tensor], _ shape: [Int]) -> Tensor {
        let leading = Array(A.shape.dropLast(2))
        return parts.isEmpty ? Tensor.zeros(leading + shape) : Tensor.stack(parts).reshaped(leading + shape)
    }
}
