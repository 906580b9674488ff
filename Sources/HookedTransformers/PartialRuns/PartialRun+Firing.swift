internal import Hooks
internal import TensorCore

extension LanePass {
    /// The sum of token and position embeddings, which is cheap enough to make anew.
    mutating func embed() throws {
        guard plan.embeddingHooks.contains(where: full.hooks.listens) else { return }
        try full.embed(base.batch.ids)
        let (before, after) = (base.residual(before: 0), full.values.residual)
        lanes = lanes.including(try lanes.firstChanges(from: before, to: after))
        values.residual = LaneActivation(base: before, values: try lanes.pack(after))
        full.values.residual = Tensor()
    }

    /// Shows what a step left, whole, to its hooks, and takes what they change into the lanes.
    mutating func show(_ result: StepResult) throws {
        guard full.listens(layer, result.hook) else { return }
        let before = try values[result.value].full(lanes)
        var after = before
        try full.pass(&after, layer, result.hook)
        if after.sharesStorage(with: before) { return }
        try grow(lanes.firstChanges(from: before, to: after))
        values[result.value].values = try lanes.pack(after)
    }

    /// Takes the changed tokens into the lanes, and what is under way along.
    mutating func grow(_ firsts: [Int]) throws {
        let grown = lanes.including(firsts)
        guard grown != lanes else { return }
        for value in BlockValue.allCases { try values[value].regrow(from: lanes, to: grown) }
        lanes = grown
    }
}
