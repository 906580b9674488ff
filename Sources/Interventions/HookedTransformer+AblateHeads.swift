internal import FileSafety
public import HookedTransformers
internal import Hooks
public import TensorCore

extension HookedTransformer {
    /// Replaces the output of every head in turn, by every method, and measures what the logits say then.
    ///
    /// ```swift
    /// let sweep = try model.ablateHeads(
    ///     corruptedTokens, methods: [.resample(from: cache), .zero, .mean(over: cache)],
    ///     metric: { averageLogitDifference($0, answerTokens) })
    /// ```
    /// A sweep that is too much for one machine is divided, and each part saved; ``HeadSweep/init(mergingPartsOf:)`` puts them
    /// together. A part that is there already is read, not computed again.
    /// - Parameters:
    ///   - position: where the output is replaced; everywhere else it stays.
    ///   - layers, heads: which are gone through; nil for all. Maps are NaN at the others.
    ///   - shard: which part of these heads this process computes; nil for all.
    ///   - savingTo: where a part is saved: `parts/zero` becomes `parts/zero-3-of-16.safetensors`.
    ///   - recompute: `.everything` gives the same bits however the sweep is divided; else they agree within 1e-5.
    ///   - prependBOS, paddingSide, attentionMask: as in every run of the model.
    ///   - metric: one number from the logits [batch, position, d_vocab], or one for each prompt [batch].
    /// - Returns: one map [layer, head] for each method; [layer, head, batch] of a metric per prompt.
    /// - Throws: what a run, a cache or the metric throws; an error when a cache's shapes do not fit the input's;
    ///   ``SweepPartError``; `FileError` when the part can't be saved.
    public func ablateHeads(
        _ input: any ModelInput, position: HeadPosition = .last, methods: [AblationMethod], layers: [Int]? = nil,
        heads: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil, recompute: Recompute = .changed,
        prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
        metric: (Tensor) throws -> Tensor
    ) throws -> HeadSweep {
        let name = name?.expandingHome
        let share = try SweepShare(
            [cfg.nLayers, cfg.nHeads], layers: layers, heads: heads, place: shard?.place() ?? .everything)
        let experiment = try name.map { _ in
            let logits = try runWithHooks(
                input, fwdHooks: [], prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask)
            return try SweepExperiment(self, input, position, methods, logits: logits, metric: metric)
        }
        if let name, let experiment, let done = try SweepPart.whole(at: share.path(name), share, experiment) {
            return done
        }
        var grids = methods.map { _ in MetricGrid([cfg.nLayers, cfg.nHeads], unset: .nan) }
        for layer in share.layers {
            let heads = share.heads(of: layer)
            try runVariants(
                input, try variants(layer, heads, methods, position), prependBOS: prependBOS, paddingSide: paddingSide,
                attentionMask: attentionMask, recompute: recompute
            ) { number, logits in
                let (index, method) = number.quotientAndRemainder(dividingBy: methods.count)
                try grids[method].set(layer, heads[index]) { try metric(logits) }
            }
        }
        let sweep = HeadSweep(methods: methods.map(\.name), maps: try grids.map { try $0.settled() })
        if let name, let experiment {
            try SweepPart(path: share.path(name), share: share, experiment: experiment, sweep: sweep).save()
        }
        return sweep
    }

    /// The hooks of these heads and every method of a layer, head by head.
    private func variants(
        _ layer: Int, _ heads: [Int], _ methods: [AblationMethod], _ position: HeadPosition
    ) throws -> [[Hook]] {
        let name = actName("z", layer)
        let references = try methods.map { try $0.reference.map { try $0[name] } }
        return heads.flatMap { head in
            zip(methods, references).map { method, reference in
                [Hook(name) { z, _ in try method.replace(&z, head: head, at: position, reference: reference) }]
            }
        }
    }
}

extension AblationMethod {
    /// Replaces one head's part of z [batch, position, head, d_head].
    func replace(_ z: inout Tensor, head: Int, at position: HeadPosition, reference: Tensor?) throws {
        switch position {
        case .all: z[0..., 0..., head, 0...] = replacement(reference.map { $0[0..., 0..., head, 0...] })
        case .last: z[0..., -1, head, 0...] = replacement(reference.map { $0[0..., -1, head, 0...] })
        case .index(let index):
            z[0..., index, head, 0...] = replacement(reference.map { $0[0..., index, head, 0...] })
        }
    }
}
