internal import Hooks
internal import SessionSafety
package import TensorCore

/// A run without hooks from which ``RunVariants`` start.
///
/// ```swift
/// let base = try model.variantsBase(tokens)
/// base.lastLogits                           // [batch, d_vocab]
/// var variants = base.variants(12, from: 14)      // twelve variants that may differ from position 14 on
/// ```
package struct VariantsBase {
    let run: BaseRun
    let model: HookedTransformer
    private let mlpOutputs: [Tensor]
    /// The logits at the last position: [batch, d_vocab]
    package let lastLogits: Tensor

    package var rows: Int { run.batch.rows }
    package var positions: Int { run.batch.positions }
}

extension HookedTransformer {
    /// Runs `tokens` [batch, position] without hooks and keeps what variants start from. It isn't kept for other runs.
    /// - Throws: ``ModelError`` where hooks have been added to the model, which variants would pass over; `Interrupted`.
    package func variantsBase(_ tokens: Tensor) throws -> VariantsBase {
        guard addedHooks.isEmpty else {
            throw ModelError.hooksInMeasurement
        }
        return try VariantsBase(self, try tokenBatch(tokens, RunOptions()))
    }

    /// How many prompts of so many positions a base may have without taking more than about so many bytes, 48 MB unless given.
    package func variantsChunk(positions: Int, bytes: Int = 48 << 20) -> Int {
        let batch = try? TokenBatch(
            ids: Array(repeating: 0, count: positions), rows: 1, positions: positions, mask: nil, cfg: cfg)
        return batch.map { max(1, bytes / max(1, BaseRun.byteCount($0, plan, cfg))) } ?? 1
    }
}

extension VariantsBase {
    init(_ model: HookedTransformer, _ batch: TokenBatch) throws {
        let (plan, cfg) = (model.plan, model.cfg)
        try MemoryBudget.check(bytes: BaseRun.byteCount(batch, plan, cfg))
        let outputs = model.hasHook(actName("mlp_out", 0)) ? (0..<cfg.nLayers).map { actName("mlp_out", $0) } : []
        let recording = NamesSelection.names(BaseRun.hookNames(plan, cfg) + outputs)
        let finished = try model.plainRun(batch, HookTable(model.registry, hooks: [], recording: recording))
        guard let run = BaseRun(finished, plan, cfg) else {
            throw ModelError.runCannotBeKept
        }
        (self.run, self.model) = (run, model)
        mlpOutputs = try outputs.map { try finished.cache[$0] }
        lastLogits = try Fault.catching { finished.output[0..., -1] }
        try lastLogits.computeNow()
    }

    /// The last position's residual stream after the final norm: [batch, d_model]
    package func lastNormalized() throws -> Tensor { try Fault.catching { run.normalized[0..., -1] } }

    /// Every head's output at the positions from `first` on: [batch, position, head, d_head]
    package func z(_ layer: Int, from first: Int) throws -> Tensor {
        try Fault.catching { (run.activation(layer, .z) ?? Tensor())[0..., first...] }
    }

    /// What the MLP writes at the positions from `first` on: [batch, position, d_model]
    package func mlpOut(_ layer: Int, from first: Int) throws -> Tensor {
        try Fault.catching { mlpOutputs[layer][0..., first...] }
    }

    /// The residual stream behind the block without what its MLP writes, from `first` on: [batch, position, d_model]
    package func withoutMLP(_ layer: Int, from first: Int) throws -> Tensor {
        try Fault.catching {
            if let mid = run.activation(layer, .residMid) { return mid[0..., first...] }
            return run.residual(before: layer + 1)[0..., first...] - mlpOutputs[layer][0..., first...]
        }
    }

    /// The residual stream before a layer, or behind the last one, from `first` on: [batch, position, d_model]
    package func residual(before layer: Int, from first: Int) throws -> Tensor {
        try Fault.catching { run.residual(before: layer)[0..., first...] }
    }

    /// `count` variants of this run that may differ from it from position `first` on. Stand them somewhere first.
    package func variants(_ count: Int, from first: Int) throws -> RunVariants {
        try RunVariants(self, count: count, first: first)
    }
}
