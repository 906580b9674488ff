package import TensorCore

/// The parameters of a transformer, laid out as the forward pass reads them.
///
/// Matrices are [in, out] as in GPT-2's checkpoints; heads lie side by side, column or row head · d_head + i.
package struct TransformerWeights: Sendable {
    /// [d_vocab, d_model]
    package var embedding: Tensor
    /// [n_ctx, d_model]
    package var positions: Tensor
    package var blocks: [BlockWeights]
    /// nil when folded into `unembedding`.
    package var finalNorm: NormWeights?
    /// W_U by token [d_vocab, d_model], and b_U. Its table may be the embedding.
    package var unembedding: Readout

    package init(
        embedding: Tensor, positions: Tensor, blocks: [BlockWeights], finalNorm: NormWeights?,
        unembedding: Readout
    ) {
        self.embedding = embedding
        self.positions = positions
        self.blocks = blocks
        self.finalNorm = finalNorm
        self.unembedding = unembedding
    }
}

/// The gain and bias of a layer norm, each [d_model].
package struct NormWeights: Sendable {
    package var gain: Tensor
    package var bias: Tensor

    package init(gain: Tensor, bias: Tensor) {
        self.gain = gain
        self.bias = bias
    }
}

/// The parameters of one block.
package struct BlockWeights: Sendable {
    /// nil when folded into `qkv`.
    package var ln1: NormWeights?
    /// Queries, keys and values of all heads side by side: [d_model, 3 · head · d_head]
    package var qkv: Tensor
    /// [3 · head · d_head]
    package var qkvBias: Tensor
    /// W_O: [head · d_head, d_model]
    package var out: Tensor
    /// b_O: [d_model]
    package var outBias: Tensor
    /// nil when folded into `mlpIn`.
    package var ln2: NormWeights?
    /// W_in: [d_model, d_mlp]
    package var mlpIn: Tensor
    /// [d_mlp]
    package var mlpInBias: Tensor
    /// W_out: [d_mlp, d_model]
    package var mlpOut: Tensor
    /// [d_model]
    package var mlpOutBias: Tensor

    package init(
        ln1: NormWeights?, qkv: Tensor, qkvBias: Tensor, out: Tensor, outBias: Tensor, ln2: NormWeights?,
        mlpIn: Tensor, mlpInBias: Tensor, mlpOut: Tensor, mlpOutBias: Tensor
    ) {
        self.ln1 = ln1
        self.qkv = qkv
        self.qkvBias = qkvBias
        self.out = out
        self.outBias = outBias
        self.ln2 = ln2
        self.mlpIn = mlpIn
        self.mlpInBias = mlpInBias
        self.mlpOut = mlpOut
        self.mlpOutBias = mlpOutBias
    }
}
