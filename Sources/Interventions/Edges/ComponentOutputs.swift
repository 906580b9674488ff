internal import HookedTransformers
internal import Hooks
internal import SessionSafety
internal import TensorCore

/// What every component writes into the residual stream on some prompts, in the order of ``EdgeNames/sources``:
/// [source, batch · position · d_model]
struct ComponentOutputs {
    private(set) var values: Tensor
    let shape: [Int]

    /// The points that outputs are made of.
    static func names(_ model: HookedTransformer) -> [String] {
        ["hook_embed"]
            + (0..<model.cfg.nLayers).flatMap { layer in
                [actName("z", layer)] + (model.hasHook(actName("mlp_out", layer)) ? [actName("mlp_out", layer)] : [])
            }
    }

    /// Of a run's activations.
    init(_ model: HookedTransformer, _ cache: ActivationCache) throws {
        let embedded = try cache["hook_embed"]
        shape = embedded.shape
        // These, and beside them once more what they are put together from.
        let sources = 1 + model.cfg.nLayers * (model.cfg.nHeads + 1)
        try MemoryBudget.check(2 * sources, of: embedded.count * MemoryLayout<Float>.stride)
        var rows = [embedded.reshaped([1, embedded.count])]
        for layer in 0..<model.cfg.nLayers {
            rows.append(try Self.heads(model, cache[actName("z", layer)], layer))
            if model.hasHook(actName("mlp_out", layer)) {
                rows.append(try cache[actName("mlp_out", layer)].reshaped([1, embedded.count]))
            }
        }
        values = try Fault.catching { Tensor.cat(rows, dim: 0) }
    }

    init(values: Tensor, shape: [Int]) { (self.values, self.shape) = (values, shape) }

    /// What the heads of a layer write, of z [batch, position, head, d_head]: [head, batch · position · d_model]
    static func heads(_ model: HookedTransformer, _ z: Tensor, _ layer: Int) throws -> Tensor {
        let output = model.W_O[layer]
        return try Fault.catching {
            let rows = z.shape[0] * z.shape[1]
            return Tensor.stack(
                (0..<model.cfg.nHeads).map { head in
                    z[0..., 0..., head].reshaped([rows, model.cfg.dHead]).matmul(output[head]).flattened()
                })
        }
    }

    /// Runs tokens without hooks.
    static func of(_ model: HookedTransformer, _ tokens: any ModelInput) throws -> ComponentOutputs {
        let cache = try model.runWithCache(tokens, namesFilter: names(model)).cache
        return try ComponentOutputs(model, cache)
    }
}

/// The points at which components read the residual stream, and what has to be switched on for them.
struct ReadingPoints {
    /// A hook point, and which ends it shows: those from `first` on, one for each head, or one alone.
    struct Point {
        let name: String
        let first: Int
        let count: Int
        /// How many of the sources have written before it.
        let sources: Int
    }

    let all: [Point]

    init(_ model: HookedTransformer, _ names: EdgeNames) {
        let (cfg, last) = (model.cfg, model.cfg.nLayers - 1)
        var (points, first): ([Point], Int) = ([], 0)
        func add(_ name: String, _ count: Int) {
            let end = names.ends[first]
            let sources = names.sources.count { names.exists($0, end) }
            points.append(Point(name: name, first: first, count: count, sources: sources))
            first += count
        }
        for layer in 0..<cfg.nLayers {
            for (part, count) in [("q_input", cfg.nHeads), ("k_input", cfg.keyHeads), ("v_input", cfg.keyHeads)] {
                add(actName(part, layer), count)
            }
            if model.hasHook(actName("mlp_out", layer)) { add(actName("mlp_in", layer), 1) }
        }
        add(actName("resid_post", last), 1)
        all = points
    }

    /// Runs `body` with the points switched on, and the model as it was afterwards.
    static func switchedOn<Result>(_ model: HookedTransformer, _ body: () throws -> Result) throws -> Result {
        let cfg = model.cfg
        model.setUngroupGroupedQueryAttention(false)
        model.setUseAttnIn(false)
        model.setUseSplitQKVInput(true)
        model.setUseHookMLPIn(true)
        defer {
            model.setUseHookMLPIn(cfg.useHookMLPIn)
            model.setUseSplitQKVInput(cfg.useSplitQKVInput)
            if cfg.useAttnIn { model.setUseAttnIn(true) }
            model.setUngroupGroupedQueryAttention(cfg.ungroupGroupedQueryAttention)
        }
        return try body()
    }
}
