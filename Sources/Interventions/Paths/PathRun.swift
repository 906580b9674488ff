internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Patches the paths from all heads, those of a layer together.
struct PathRun {
    private let model: HookedTransformer
    private let clean: VariantsBase
    private let corrupted: VariantsBase
    private let ends: PathEnds
    private let throughMLPs: Bool
    /// The first position at which a prompt is another one.
    private let first: Int

    init(
        _ model: HookedTransformer, _ tokens: any ModelInput, _ corruptedTokens: any ModelInput,
        _ receivers: [PathReceiver],
        _ throughMLPs: Bool
    ) throws {
        (self.model, self.throughMLPs) = (model, throughMLPs)
        ends = try PathEnds(receivers, model)
        let pair = try PathPair(model, tokens, corruptedTokens)
        (clean, corrupted, first) = (pair.clean, pair.corrupted, pair.first)
    }

    func grid(_ metric: (Tensor) throws -> Tensor) throws -> Tensor {
        let (layers, heads) = (model.cfg.nLayers, model.cfg.nHeads)
        let work = LongWork("Paths", total: layers)
        defer { work.finish() }
        var results = MetricGrid([layers, heads])
        let tokens = clean.rows * (clean.positions - first)
        let each = max(1, min(heads, 2048 / max(1, tokens)))
        for layer in 0..<layers {
            for start in stride(from: 0, to: heads, by: each) {
                let senders = start..<min(heads, start + each)
                let ends = try endings(layer, senders)
                for (variant, head) in senders.enumerated() {
                    try Interruption.check()
                    try results.set([layer, head]) {
                        let value = try metric(model.logits(ofNormalized: ends[variant]))
                        try value.computeNow()
                        return value
                    }
                }
            }
            work.advance()
        }
        return try results.computed()
    }

    /// For each sender the normalised residual stream of the run whose receivers are patched: [variant, batch, position, d_model]
    private func endings(_ layer: Int, _ senders: Range<Int>) throws -> Tensor {
        var changes = try clean.variants(senders.count, from: first)
        let delta = throughMLPs ? nil : try directChange(layer, senders)
        if delta == nil {
            try changes.stand(at: layer, behind: .z)
            let other = try corrupted.z(layer, from: first)
            try changes.edit(.z) { z in
                for (variant, head) in senders.enumerated() { z[variant, 0..., 0..., head] = other[0..., 0..., head] }
            }
        }
        var seen: [Int: [Tensor]] = [:]
        for later in stride(from: layer + 1, through: lastLayer, by: 1) {
            if let delta {
                try changes.stand(before: later)
                try changes.edit(.residual) { $0 = $0 + delta }
            } else {
                try changes.advance(before: later)
            }
            if let own = ends.byLayer[later] {
                var reading = changes
                try reading.advance(to: later, behind: .q)
                seen[later] = try Fault.catching { own.map { reading.value($0.part)[0..., 0..., 0..., $0.head] } }
            }
            if later == lastLayer { break }
            // All heads but the sender stay as they are in the clean run.
            if delta == nil { try changes.skipAttention() }
        }
        return ends.isLogits ? try whole(changes) : try whole(try patched(senders.count, seen))
    }

    /// The last layer before which something is read, one behind the last for the logits.
    private var lastLayer: Int { ends.layers.last ?? model.cfg.nLayers }

    private func whole(_ variants: RunVariants) throws -> Tensor { try RunVariants.finishWhole([variants])[0] }

    /// The clean run with what the receivers have read.
    private func patched(_ count: Int, _ seen: [Int: [Tensor]]) throws -> RunVariants {
        var variants = try clean.variants(count, from: first)
        guard let start = seen.keys.min() else {
            try variants.stand(before: model.cfg.nLayers)
            return variants
        }
        try variants.stand(at: start, behind: .q)
        for layer in ends.layers where layer >= start {
            if layer > start { try variants.advance(to: layer, behind: .q) }
            for (end, value) in zip(ends.byLayer[layer] ?? [], seen[layer] ?? []) {
                try variants.edit(end.part) { $0[0..., 0..., 0..., end.head] = value }
            }
        }
        return variants
    }

    /// How much each sender alone changes the residual stream: [variant, batch, position, d_model]
    private func directChange(_ layer: Int, _ senders: Range<Int>) throws -> Tensor {
        let other = try corrupted.z(layer, from: first)
        if model.cfg.parallelAttnMLP {
            let (output, change) = (model.W_O[layer], try other - clean.z(layer, from: first))
            return try Fault.catching { Tensor.stack(senders.map { change[0..., 0..., $0].matmul(output[$0]) }) }
        }
        var variants = try clean.variants(senders.count, from: first)
        try variants.stand(at: layer, behind: .z)
        try variants.edit(.z) { z in
            for (variant, head) in senders.enumerated() { z[variant, 0..., 0..., head] = other[0..., 0..., head] }
        }
        let hasMLP = model.hasHook(actName("mlp_out", 0))
        try hasMLP ? variants.advanceToMLP() : variants.advance(before: layer + 1)
        let before = try hasMLP ? clean.withoutMLP(layer, from: first) : clean.residual(before: layer + 1, from: first)
        return try Fault.catching { variants.value(.residual) - before }
    }
}
