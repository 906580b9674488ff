internal import Hooks
package import TensorCore

/// A vector for each position that is added to what queries and keys are made of, W_pos: [n_ctx, d_model]; what values are made
/// of, and the residual stream, know no positions. Press et al. (2021), "Shortformer".
package struct ShortformerPositions: Positions {
    private let vectors: Tensor

    package init(_ vectors: Tensor) { self.vectors = vectors }

    package var table: Tensor? { vectors }
    package var hookNames: [String] { ["hook_pos_embed"] }
    package var areAddedPerBlock: Bool { true }

    package func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter] {
        [ModelParameter(name + ".W_pos", vectors, [cfg.nCtx, cfg.dModel])]
    }

    package func add(in pass: inout ForwardPass) throws {
        guard let index = pass.plan.posEmbed, pass.hooks.listens(at: index) else { return }
        var positions = try pass.embedding(of: pass.tokens.positionIDs, in: vectors)
        try pass.show(&positions, at: index)
        pass.positionVectors = positions
    }

    package func added(in pass: ForwardPass) throws -> Tensor? {
        try pass.positionVectors ?? pass.embedding(of: pass.tokens.positionIDs, in: vectors)
    }
}
