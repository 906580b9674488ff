internal import TensorCore

extension BlockWeights {
    /// Rounds the matrices to bfloat16, which they are kept as from then on.
    package mutating func keepHalfWidth() throws {
        attention.qkv = try attention.qkv.atHalfWidth()
        attention.out = try attention.out.atHalfWidth()
        try mlp?.changeMatrices { try $0.atHalfWidth() }
    }
}

extension TransformerWeights {
    /// Rounds all matrices to bfloat16 that aren't yet; positions and vectors stay as they are.
    package mutating func keepHalfWidth() throws {
        let isTied = unembedding.table.sharesStorage(with: embedding)
        embedding = try embedding.atHalfWidth()
        unembedding.table = try isTied ? embedding : unembedding.table.atHalfWidth()
        for layer in blocks.indices { try blocks[layer].keepHalfWidth() }
    }
}
