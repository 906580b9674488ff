/// Gives each head's query-key and value-output products the basis of their singular vectors.
///
/// With the biases as an extra row, Q̃ K̃ᵀ = U S Vᵀ becomes Q̃ = U √S and K̃ = V √S; W_V W_O = U S Vᵀ becomes
/// W_V = U S and W_O = Vᵀ, after the value biases went into b_O. What the head computes stays the same.
/// (TransformerLens: `refactor_factored_attn_matrices`.)
///
/// Singular vectors are fixed up to sign only, and LAPACKs differ in the sign they give. Here the component of largest
/// magnitude of each right singular vector (a column of V) is positive, so that results do not depend on the library.
func refactorAttentionMatrices(_ block: inout Attention64, dHead: Int) throws {
    foldValueBiases(&block)
    for head in 0..<(block.heads / dHead) {
        try refactorQueriesAndKeys(&block, head: head, dHead: dHead)
        try refactorValuesAndOutput(&block, head: head, dHead: dHead)
    }
}

private func refactorQueriesAndKeys(_ block: inout Attention64, head: Int, dHead: Int) throws {
    let queries = (head * dHead)..<((head + 1) * dHead)
    let keys = (block.heads + head * dHead)..<(block.heads + (head + 1) * dHead)
    func withBias(_ columns: Range<Int>) -> Matrix64 {
        let matrix = block.qkv.columns(columns)
        return Matrix64(
            rows: matrix.rows + 1, columns: dHead, values: matrix.values + Array(block.qkvBias[columns]))
    }
    let product = try ProductSingularVectors(withBias(queries), timesTransposed: withBias(keys))
    let roots = product.singularValues.map { $0.squareRoot() }
    for (columns, vectors) in [(queries, product.left), (keys, product.right)] {
        var vectors = vectors
        vectors.scaleColumns(by: roots)
        block.qkv.replaceColumns(from: columns.lowerBound, by: vectors.rows(0..<(vectors.rows - 1)))
        block.qkvBias.replaceSubrange(columns, with: vectors.rows((vectors.rows - 1)..<vectors.rows).values)
    }
}

private func refactorValuesAndOutput(_ block: inout Attention64, head: Int, dHead: Int) throws {
    let first = 2 * block.heads + head * dHead
    let values = block.qkv.columns(first..<(first + dHead))
    let output = block.out.rows((head * dHead)..<((head + 1) * dHead))
    let product = try ProductSingularVectors(values, timesTransposed: output.transposed)
    var newValues = product.left
    newValues.scaleColumns(by: product.singularValues)
    block.qkv.replaceColumns(from: first, by: newValues)
    block.out.replaceRows(from: head * dHead, by: product.right.transposed)
}
