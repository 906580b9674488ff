internal import Hooks
internal import TensorCore

extension LanePass {
    /// Shows the whole activation at `path` to the hooks of `hook`, and takes what they change into the lanes.
    mutating func show(_ path: WritableKeyPath<LanePass, LaneActivation>, _ hook: BlockHook) throws {
        guard full.listens(layer, hook) else { return }
        let before = try self[keyPath: path].full(lanes)
        var after = before
        try full.pass(&after, layer, hook)
        if after.sharesStorage(with: before) { return }
        try grow(lanes.firstChanges(from: before, to: after))
        self[keyPath: path].values = try lanes.pack(after)
    }

    /// Takes the changed tokens into the lanes, and what is under way along.
    mutating func grow(_ firsts: [Int]) throws {
        let grown = lanes.including(firsts)
        guard grown != lanes else { return }
        try residual.regrow(from: lanes, to: grown)
        try vectors.q.regrow(from: lanes, to: grown)
        try vectors.k.regrow(from: lanes, to: grown)
        try vectors.v.regrow(from: lanes, to: grown)
        try z.regrow(from: lanes, to: grown)
        lanes = grown
    }

    /// Goes on with a residual stream that was computed for all tokens, where `base` is what the base run has.
    mutating func adoptResidual(_ computed: Tensor, base: Tensor) throws {
        (vectors, z) = (.none, .none)
        lanes = lanes.including(try lanes.firstChanges(from: base, to: computed))
        residual = LaneActivation(base: base, values: try lanes.pack(computed))
    }
}
