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
    ///   - prompts: the prompts in which heads are replaced; nil for all. The metric has to give a number for each prompt then, and
    ///     maps are NaN at the others.
    ///   - shard: which part of these heads this process computes; nil for all.
    ///   - savingTo: where a part is saved: `parts/zero` becomes `parts/zero-3-of-16.safetensors`.
    ///   - recompute: `.everything` gives the same bits however the sweep is divided, `.everythingOnOneCore` on any number of
    ///     cores as well; else they agree within 1e-5. What replacements come from needs the same:
    ///
    ///     ```swift
    ///     let (_, cache) = try model.runWithCache(tokens, recompute: .everythingOnOneCore)
    ///     ```
    ///   - prependBOS, paddingSide, attentionMask: as in every run of the model.
    ///   - metric: one number from the logits [batch, position, d_vocab], or one for each prompt [batch].
    /// - Returns: one map [layer, head] for each method; [layer, head, batch] of a metric per prompt.
    /// - Throws: what a run, a cache or the metric throws; an error when a cache's shapes do not fit the input's;
    ///   ``SweepPartError``; `FileError` when the part can't be saved.
    public func ablateHeads(
        _ input: any ModelInput, position: HeadPosition = .last, methods: [AblationMethod], layers: [Int]? = nil,
        heads: [Int]? = nil, prompts: [Int]? = nil, shard: Shard? = nil, savingTo name: String? = nil,
        recompute: Recompute = .changed, prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil,
        attentionMask: Tensor? = nil, metric: (Tensor) throws -> Tensor
    ) throws -> HeadSweep {
        let run = SweepRun(
            model: self, input: input, prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask,
            recompute: recompute)
        let choice = SweepChoice(layers: layers, prompts: prompts, shard: shard, name: name)
        let settings = ["position": "\(position)", "methods": methods.map(\.name).joined(separator: ", ")]
        let last = actName("z", cfg.nLayers - 1)
        return try run.sweep(
            choice, over: [cfg.nHeads], heads: heads, names: methods.map(\.name), settings,
            references: methods.compactMap { try $0.reference.map { try $0[last] } }, metric: metric
        ) { layer, head in
            let name = actName("z", layer)
            return try methods.map { method in
                let reference = try method.reference.map { try $0[name] }
                return [
                    Hook(name) { z, _ in
                        try method.replace(&z, head: head, at: position, in: prompts, reference: reference)
                    }
                ]
            }
        }
    }
}

extension AblationMethod {
    /// Replaces one head's part of z [batch, position, head, d_head], in some prompts or in all.
    func replace(
        _ z: inout Tensor, head: Int, at position: HeadPosition, in prompts: [Int]? = nil, reference: Tensor?
    ) throws {
        let everything = TensorIndexOperation.slice(start: 0, end: nil, step: 1)
        func place(_ prompt: TensorIndexOperation) -> [TensorIndexOperation] {
            switch position {
            case .all: [prompt, everything, .pick(head), everything]
            case .last: [prompt, .pick(-1), .pick(head), everything]
            case .index(let index): [prompt, .pick(index), .pick(head), everything]
            }
        }
        let new = replacement(reference.map { $0[indices: place(everything)] })
        guard let prompts else { return z[indices: place(everything)] = new }
        for prompt in prompts {
            // One number for all, one row for all, or a row for each.
            let own = new.ndim == 0 ? new : new[indices: [.pick(new.shape[0] == 1 ? 0 : prompt)]]
            z[indices: place(.pick(prompt))] = own
        }
    }
}
