internal import Hooks
internal import TensorCore

extension PartialRun {
    /// The sum of token and position embeddings, which is cheap enough to make anew.
    mutating func embed() throws {
        guard plan.embeddingHooks.contains(where: full.hooks.listens) else { return }
        try full.embed(base.batch.ids)
        let (before, after) = (base.residual(before: 0), full.values.residual)
        changed = changed.including(try changed.firstChanges(from: before, to: after))
        values.residual = PartialActivation(base: before, changed: try changed.pack(after))
        full.values.residual = Tensor()
    }

    /// Shows what a step left, whole, to its hooks, and takes in what they change.
    mutating func show(_ result: StepResult) throws {
        guard full.listens(layer, result.hook) else { return }
        let before = try values[result.value].full(changed)
        var after = before
        try full.show(&after, layer, result.hook)
        if after.sharesStorage(with: before) { return }
        try grow(changed.firstChanges(from: before, to: after))
        values[result.value].changed = try changed.pack(after)
    }

    /// Takes in tokens from the first changed position of every prompt on, of everything that is under way.
    mutating func grow(_ firsts: [Int]) throws {
        let grown = changed.including(firsts)
        guard grown != changed else { return }
        for value in BlockValue.allCases { try values[value].regrow(from: changed, to: grown) }
        changed = grown
    }
}
