package import TensorCore

/// The parts of a transformer, laid out as the forward pass reads them.
package struct TransformerWeights: Sendable {
    /// W_E, before it is scaled: [d_vocab, d_model]
    package var embedding: Tensor
    /// What embedded tokens are multiplied with.
    package var embeddingScale: Float
    package var positions: any Positions
    package var blocks: [BlockWeights]
    /// nil where the residual stream is read as it is.
    package var finalNorm: (any Norm)?
    /// W_U by token [d_vocab, d_model], and b_U. Its table may be the embedding.
    package var unembedding: Readout

    package init(
        embedding: Tensor, embeddingScale: Float = 1, positions: any Positions, blocks: [BlockWeights],
        finalNorm: (any Norm)?, unembedding: Readout
    ) {
        self.embedding = embedding
        self.embeddingScale = embeddingScale
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
    /// What everything goes through that heads write; nil where it goes as it is.
    package var ln1Post: (any Norm)?
    /// What the MLP reads the residual stream through; nil where it reads it as it is, or there is none.
    package var ln2: (any Norm)?
    /// nil in a model of attention alone.
    package var mlp: (any MLP)?
    /// What everything goes through that the MLP writes; nil where it goes as it is.
    package var ln2Post: (any Norm)?

    package init(
        ln1: (any Norm)?, attention: AttentionWeights, ln1Post: (any Norm)? = nil, ln2: (any Norm)? = nil,
        mlp: (any MLP)? = nil, ln2Post: (any Norm)? = nil
    ) {
        self.ln1 = ln1
        self.attention = attention
        self.ln1Post = ln1Post
        self.ln2 = ln2
        self.mlp = mlp
        self.ln2Post = ln2Post
    }
}
