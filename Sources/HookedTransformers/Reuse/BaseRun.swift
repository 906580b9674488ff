internal import Hooks
internal import TensorCore

/// What is kept of a run without hooks, so that runs of the same tokens with hooks compute only what these change.
struct BaseRun: Sendable {
    /// One block's activations, each [batch, position, …].
    struct Layer: Sendable {
        let residPre: Tensor, q: Tensor, k: Tensor, v: Tensor, z: Tensor, residMid: Tensor
    }

    let batch: TokenBatch
    let layers: [Layer]
    /// The residual stream after the last block: [batch, position, d_model]
    let residual: Tensor
    /// The same after the final layer norm.
    let normalized: Tensor
    /// The runs with hooks that reuse it and are not computed to their end.
    let waiting = WaitingRuns()
}

extension BaseRun {
    private static let hooks: [BlockHook] = [.residPre, .q, .k, .v, .z, .residMid]

    /// The names of the activations that a base run is made of.
    static func hookNames(_ cfg: HookedTransformerConfig) -> [String] {
        (0..<cfg.nLayers).flatMap { layer in hooks.map { "blocks.\(layer).\($0.name)" } }
    }

    /// The base that a finished run without hooks is; nil when it did not record enough.
    init?(_ run: FinishedRun, _ cfg: HookedTransformerConfig) {
        guard let normalized = run.normalized, Self.hookNames(cfg).allSatisfy(run.cache.contains) else { return nil }
        layers = (0..<cfg.nLayers).compactMap { layer in
            let found = Self.hooks.compactMap { try? run.cache["blocks.\(layer).\($0.name)"] }
            guard found.count == Self.hooks.count else { return nil }
            return Layer(
                residPre: found[0], q: found[1], k: found[2], v: found[3], z: found[4], residMid: found[5])
        }
        guard layers.count == cfg.nLayers else { return nil }
        (batch, residual, self.normalized) = (run.batch, run.residual, normalized)
    }

    /// The residual stream before `layer`, or after the last one.
    func residual(before layer: Int) -> Tensor { layer < layers.count ? layers[layer].residPre : residual }

    /// How many bytes the base of a batch takes.
    static func byteCount(_ batch: TokenBatch, _ cfg: HookedTransformerConfig) -> Int {
        let perLayer = 2 * cfg.dModel + 4 * cfg.dHeads
        let perToken = cfg.nLayers * perLayer + 2 * cfg.dModel
        let (bytes, overflow) = batch.count.multipliedReportingOverflow(by: perToken * MemoryLayout<Float>.stride)
        return overflow ? .max : bytes
    }
}
