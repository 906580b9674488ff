public import TensorCore

extension HookedTransformer {
    /// What each head looks for, W_Q · W_Kᵀ: [layer, head, d_model, d_model]
    ///
    /// ```swift
    /// let scores = model.W_E.matmul(model.QK[5, 1]).matmul(model.W_E.T)        // [d_vocab, d_vocab], factored
    /// ```
    /// Not divided by the attention scale, and without biases. A copy, as ``W_Q`` is.
    public var QK: FactoredMatrix { FactoredMatrix(W_Q, W_K.T) }

    /// What each head moves, W_V · W_O: [layer, head, d_model, d_model]
    ///
    /// ```swift
    /// let copied = model.W_E.matmul(model.OV[9, 6]).matmul(model.W_U)
    /// ```
    public var OV: FactoredMatrix { FactoredMatrix(W_V, W_O) }
}
