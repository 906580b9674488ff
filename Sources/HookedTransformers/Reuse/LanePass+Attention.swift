internal import Hooks
internal import TensorCore

extension LanePass {
    /// Queries, keys and values of all tokens, with hooks on what they are computed from.
    mutating func projectAll() throws {
        full.residual = try residual.full(lanes)
        let computed = try full.projections(full.attentionInputs(layer), layer)
        let base = base.layers[layer]
        for (before, after) in [(base.q, computed.q), (base.k, computed.k), (base.v, computed.v)] {
            try grow(lanes.firstChanges(from: before, to: after))
        }
        vectors = LaneVectors(
            q: LaneActivation(base: base.q, values: try lanes.pack(computed.q)),
            k: LaneActivation(base: base.k, values: try lanes.pack(computed.k)),
            v: LaneActivation(base: base.v, values: try lanes.pack(computed.v)))
    }

    /// Queries, keys and values of the lanes' tokens.
    mutating func projectLanes() throws {
        let base = base.layers[layer]
        var computed = AttentionVectors(q: Tensor(), k: Tensor(), v: Tensor())
        if !lanes.isEmpty {
            var packed = packed()
            packed.residual = residual.values
            computed = try packed.projections(packed.attentionInputs(layer), layer)
        }
        vectors = LaneVectors(
            q: LaneActivation(base: base.q, values: computed.q), k: LaneActivation(base: base.k, values: computed.k),
            v: LaneActivation(base: base.v, values: computed.v))
        try show(\.vectors.q, .q)
        try show(\.vectors.k, .k)
        try show(\.vectors.v, .v)
    }

    /// z of all tokens, with hooks on scores or patterns.
    mutating func attendAll() throws {
        let whole = AttentionVectors(
            q: try vectors.q.full(lanes), k: try vectors.k.full(lanes), v: try vectors.v.full(lanes))
        let (before, after) = (base.layers[layer].z, try full.headOutputs(whole, layer))
        try grow(lanes.firstChanges(from: before, to: after))
        z = LaneActivation(base: before, values: try lanes.pack(after))
    }

    /// z of the lanes' tokens.
    mutating func attendLanes() throws {
        var values = Tensor()
        if !lanes.isEmpty {
            var packed = packed()
            packed.past = PastVectors(k: vectors.k.base, v: vectors.v.base)
            values = try packed.headOutputs(
                AttentionVectors(q: vectors.q.values, k: vectors.k.values, v: vectors.v.values), layer)
        }
        z = LaneActivation(base: base.layers[layer].z, values: values)
        try show(\.z, .z)
    }
}
