internal import Hooks
internal import TensorCore

// The steps of one block. Each computes the lanes' tokens, or all tokens where a hook looks inside the step.

extension LanePass {
    /// The sum of token and position embeddings, which is cheap enough to make anew.
    mutating func embed() throws {
        guard full.hooks.listens(at: HookIndex.embed) || full.hooks.listens(at: HookIndex.posEmbed) else { return }
        try full.embed(base.batch.ids)
        try adoptResidual(full.residual, base: base.residual(before: 0))
    }

    /// Shows the residual stream to the hooks before the block.
    mutating func enter() throws {
        try show(\.residual, .residPre)
        step = .entered
    }

    /// Queries, keys and values.
    mutating func project() throws {
        let inside: [BlockHook] = [.attnIn, .qInput, .kInput, .vInput, .ln1Scale, .ln1Normalized]
        try listens(inside) ? projectAll() : projectLanes()
        step = .projected
    }

    /// Heads' outputs z.
    mutating func attend() throws {
        let isWatched = listens([.attnScores, .pattern])
        try isWatched ? attendAll() : attendLanes()
        vectors = .none
        step = .attended
    }

    /// The residual stream plus attention.
    mutating func addAttention() throws {
        let mid = base.layers[layer].residMid
        if listens([.result, .attnOut]) {
            full.residual = try residual.full(lanes)
            try full.addAttention(z.full(lanes), layer)
            try adoptResidual(full.residual, base: mid)
        } else {
            var packed = packed()
            packed.residual = residual.values
            if !lanes.isEmpty { try packed.addAttention(z.values, layer) }
            residual = LaneActivation(base: mid, values: packed.residual)
            z = .none
            try show(\.residual, .residMid)
        }
        step = .middle
    }

    /// The residual stream plus the MLP: the end of the block.
    mutating func addMLP() throws {
        let next = base.residual(before: layer + 1)
        if listens([.mlpIn, .ln2Scale, .ln2Normalized, .pre, .post, .mlpOut]) {
            full.residual = try residual.full(lanes)
            try full.addMLP(layer)
            try adoptResidual(full.residual, base: next)
        } else {
            var packed = packed()
            packed.residual = residual.values
            if !lanes.isEmpty { try packed.addMLP(layer) }
            residual = LaneActivation(base: next, values: packed.residual)
            try show(\.residual, .residPost)
        }
        (layer, step) = (layer + 1, .start)
    }
}
