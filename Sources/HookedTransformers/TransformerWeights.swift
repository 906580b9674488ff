package import TensorCore

/// The parts of a transformer, laid out as the forward pass reads them.
package struct TransformerWeights: Sendable {
    /// W_E: [d_vocab, d_model]
    package var embedding: Tensor
    package var positions: any Positions
    package var blocks: [BlockWeights]
    /// nil where the residual stream is read as it is.
    package var finalNorm: (any Norm)?
    /// W_U by token [d_vocab, d_model], and b_U. Its table may be the embedding.
    package var unembedding: Readout

    package init(
        embedding: Tensor, positions: any Positions, blocks: [BlockWeights], finalNorm: (any Norm)?,
        unembedding: Readout
    ) {
        self.embedding = embedding
        self.positions = positions
        self.blocks = blocks
        self.finalNorm = finalNorm
        self.unembedding = unembedding
    }
}

/// The parts of one block.
package struct BlockWeights: Sendable {
    /// What attention reads the residual stream through; nil where it reads it as it is.
    package var ln1: (any Norm)?
    package var attention: AttentionWeights
    /// What the MLP reads the residual stream through; nil where it reads it as it is, or there is none.
    package var ln2: (any Norm)?
    /// nil in a model of attention alone.
    package var mlp: (any MLP)?

    package init(ln1: (any Norm)?, attention: AttentionWeights, ln2: (any Norm)? = nil, mlp: (any MLP)? = nil) {
        self.ln1 = ln1
        self.attention = attention
        self.ln2 = ln2
        self.mlp = mlp
    }
}
