/// Gives a head's query-key and value-output products the basis of their singular vectors.
///
/// With the biases as an extra row, Q̃ K̃ᵀ = U S Vᵀ becomes Q̃ = U √S and K̃ = V √S; W_V W_O = U S Vᵀ becomes
/// W_V = U S and W_O = Vᵀ, after the value biases went into b_O. What the head computes stays the same.
/// (TransformerLens: `refactor_factored_attn_matrices`.)
///
/// Singular vectors are fixed up to sign only, and LAPACKs differ in the sign they give. Here the component of largest
/// magnitude of each right singular vector (a column of V) is positive, so that results do not depend on the library.
func refactorAttentionMatrices(_ head: inout Head64) throws {
    try refactorQueriesAndKeys(&head)
    try refactorValuesAndOutput(&head)
}

private func refactorQueriesAndKeys(_ head: inout Head64) throws {
    let product = try ProductSingularVectors(head.q.withBiasRow, timesTransposed: head.k.withBiasRow)
    let roots = product.singularValues.map { $0.squareRoot() }
    head.q = Projection64(biasRowOf: product.left, scaledBy: roots)
    head.k = Projection64(biasRowOf: product.right, scaledBy: roots)
}

private func refactorValuesAndOutput(_ head: inout Head64) throws {
    let product = try ProductSingularVectors(head.v.weights, timesTransposed: head.out.transposed)
    head.v.weights = product.left
    head.v.weights.scaleColumns(by: product.singularValues)
    head.out = product.right.transposed
}

extension Projection64 {
    /// The weights with the bias below: [d_model + 1, d_head]
    fileprivate var withBiasRow: Matrix64 {
        Matrix64(rows: weights.rows + 1, columns: weights.columns, values: weights.values + bias)
    }

    /// The weights and the bias of such a matrix, whose columns are scaled first.
    fileprivate init(biasRowOf matrix: Matrix64, scaledBy factors: [Double]) {
        var scaled = matrix
        scaled.scaleColumns(by: factors)
        let end = scaled.values.count - scaled.columns
        bias = Array(scaled.values[end...])
        scaled.values.removeLast(scaled.columns)
        weights = Matrix64(rows: scaled.rows - 1, columns: scaled.columns, values: scaled.values)
    }
}
