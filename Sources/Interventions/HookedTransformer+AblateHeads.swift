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
    /// - Parameters:
    ///   - position: where the output is replaced; everywhere else it stays.
    ///   - prependBOS, paddingSide, attentionMask: as in every run of the model.
    ///   - metric: one number from the logits [batch, position, d_vocab], or one for each prompt [batch].
    /// - Returns: one map [layer, head] for each method; [layer, head, batch] of a metric per prompt.
    /// - Throws: what a run, a cache or the metric throws; an error when a cache's shapes do not fit the input's.
    public func ablateHeads(
        _ input: any ModelInput, position: HeadPosition = .last, methods: [AblationMethod],
        prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil,
        metric: (Tensor) throws -> Tensor
    ) throws -> HeadSweep {
        var grids = methods.map { _ in MetricGrid([cfg.nLayers, cfg.nHeads]) }
        for layer in 0..<cfg.nLayers {
            let variants = try variants(layer, methods, position)
            try runVariants(
                input, variants, prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask
            ) { number, logits in
                let (head, method) = number.quotientAndRemainder(dividingBy: methods.count)
                try grids[method].set(layer, head) { try metric(logits) }
            }
        }
        return HeadSweep(methods: methods.map(\.name), maps: try grids.map { try $0.settled() })
    }

    /// The hooks of every head and method of a layer, head by head.
    private func variants(_ layer: Int, _ methods: [AblationMethod], _ position: HeadPosition) throws -> [[Hook]] {
        let name = actName("z", layer)
        let references = try methods.map { try $0.reference.map { try $0[name] } }
        return (0..<cfg.nHeads).flatMap { head in
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
