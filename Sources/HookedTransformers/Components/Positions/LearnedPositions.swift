package import TensorCore

/// A vector for each position that is added to the embedded token, W_pos: [n_ctx, d_model]
package struct LearnedPositions: Positions {
    private var vectors: Tensor

    package init(_ vectors: Tensor) { self.vectors = vectors }

    package var table: Tensor? { vectors }
    package var hookNames: [String] { ["hook_pos_embed"] }

    package func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter] {
        [ModelParameter(name + ".W_pos", vectors, [cfg.nCtx, cfg.dModel])]
    }

    package func add(in pass: inout ForwardPass) throws {
        var positions = try pass.embedding(of: pass.tokens.positionIDs, in: vectors)
        try pass.show(&positions, at: pass.plan.posEmbed)
        pass.values.residual = try pass.sum(pass.values.residual, positions)
    }

    package mutating func center() throws { try centerRows(&vectors) }
}
