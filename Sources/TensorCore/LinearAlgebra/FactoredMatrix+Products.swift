extension FactoredMatrix {
    /// The product with a matrix [..., r, n] on the right; the narrower factor absorbs it.
    ///
    /// ```swift
    /// let logits = ov.matmul(model.W_U)
    /// ```
    public func matmul(_ right: Tensor) -> FactoredMatrix {
        guard right.ndim >= 2 else { return FactoredMatrix(A, B.matmul(right).unsqueezed(dim: -1)) }
        let (rows, columns) = (right.shape[right.ndim - 2], right.shape[right.ndim - 1])
        let inner = A.shape[ndim - 1]
        return inner <= Swift.min(rows, columns) || rows > columns
            ? FactoredMatrix(A, B.matmul(right)) : FactoredMatrix(AB, right)
    }

    /// The product with another factored matrix, through the narrower of the two.
    ///
    /// ```swift
    /// let composed = model.OV[0, 7].matmul(model.QK[5, 1])
    /// ```
    public func matmul(_ right: FactoredMatrix) -> FactoredMatrix {
        let middle = B.matmul(right.A)
        return A.shape[ndim - 1] <= right.A.shape[right.ndim - 1]
            ? FactoredMatrix(A, middle.matmul(right.B)) : FactoredMatrix(A.matmul(middle), right.B)
    }

    /// - Throws: `TensorError.shapeMismatch` where there is no product with `right`.
    package func checkProduct(with right: FactoredMatrix, _ operation: String) throws {
        guard rdim == right.ldim else {
            throw TensorError.shapeMismatch(operation: operation, left: shape, right: right.shape)
        }
    }

    /// Every element times `factor`: `ov * 2`.
    public static func * (matrix: FactoredMatrix, factor: any TensorScalar) -> FactoredMatrix {
        FactoredMatrix(matrix.A * factor, matrix.B)
    }

    /// Every element times `factor`: `2 * ov`.
    public static func * (factor: any TensorScalar, matrix: FactoredMatrix) -> FactoredMatrix { matrix * factor }
}

extension Tensor {
    /// The product with a factored matrix on the right, which stays factored.
    ///
    /// ```swift
    /// let circuit = model.W_E.matmul(model.OV[5, 1]).matmul(model.W_U)
    /// ```
    public func matmul(_ right: FactoredMatrix) -> FactoredMatrix {
        let rows = ndim < 2 ? unsqueezed(dim: 0) : self
        return FactoredMatrix(rows.matmul(right.A), right.B)
    }
}
