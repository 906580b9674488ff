internal import TensorCore

/// Gives a head's query-key and value-output products the basis of their singular vectors.
///
/// With the biases as an extra row, Q̃ K̃ᵀ = U S Vᵀ becomes Q̃ = U √S and K̃ = V √S; W_V W_O = U S Vᵀ becomes
/// W_V = U S and W_O = Vᵀ, after the value biases went into b_O. What the head computes stays the same.
/// (TransformerLens: `refactor_factored_attn_matrices`.)
///
/// Singular vectors are fixed up to sign only, and LAPACKs differ in the sign they give. Here the component of largest
/// magnitude of each right singular vector (a column of V) is positive, so that results do not depend on the library.
func refactorAttentionMatrices(_ head: inout Head64, _ keys: inout KeyHead64) throws {
    try refactorQueriesAndKeys(&head, &keys)
    try refactorValuesAndOutput(&head, &keys)
}

private func refactorQueriesAndKeys(_ head: inout Head64, _ keys: inout KeyHead64) throws {
    let product = try ProductSingularVectors(
        TallMatrix64(head.q.takeWithBiasRow()), timesTransposed: TallMatrix64(keys.k.takeWithBiasRow()))
    let roots = product.singularValues.map { $0.squareRoot() }
    head.q = Projection64(biasRowOf: try product.left(times: roots))
    keys.k = Projection64(biasRowOf: product.right(times: roots))
}

private func refactorValuesAndOutput(_ head: inout Head64, _ keys: inout KeyHead64) throws {
    let product = try ProductSingularVectors(
        TallMatrix64(keys.v.weights), timesTransposed: TallMatrix64(transposing: head.out))
    keys.v.weights = try product.left(times: product.singularValues)
    head.out = product.right()
}

extension Projection64 {
    /// Gives the weights with the bias below, [d_model + 1, d_head], away, so that they need not be copied.
    fileprivate mutating func takeWithBiasRow() -> Matrix64 {
        var values: [Double] = []
        swap(&values, &weights.values)
        values += bias
        return Matrix64(rows: weights.rows + 1, columns: weights.columns, values: values)
    }

    /// The weights and the bias of such a matrix.
    fileprivate init(biasRowOf matrix: consuming Matrix64) {
        let (rows, columns) = (matrix.rows - 1, matrix.columns)
        var values = matrix.values
        matrix.values = []
        bias = Array(values[(rows * columns)...])
        values.removeLast(columns)
        weights = Matrix64(rows: rows, columns: columns, values: values)
    }
}
