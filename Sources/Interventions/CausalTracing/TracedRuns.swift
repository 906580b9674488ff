internal import Datasets
internal import HookedTransformers
internal import Hooks
internal import SessionSafety
internal import TensorCore

/// Runs in which a constant stands in the place of a subject's embeddings, and some layers' activations are as in the clean run.
struct TracedRuns {
    let model: HookedTransformer
    /// The roles whose tokens are replaced.
    let subject: [String]
    /// The short name of what is restored, and the role at whose position.
    let activation: String
    let role: String
    /// How many layers around the traced one are restored.
    let window: Int

    /// Some prompts, with what is needed of their clean run.
    struct Part {
        let tokens: Tensor
        let clean: ActivationCache
        /// The right answer's probability: [batch, 1]
        let probability: Tensor
        /// Right answers: [batch, 1]
        let answers: Tensor
        /// 1 at the subject, and 1 where activations are restored: [batch, position, 1]
        let subject: Tensor
        let restored: Tensor
    }

    /// So many tokens keep products fast, and what a gradient needs of them is not too much.
    private static let tokensEach = 1024

    func parts(_ data: PromptDataset) throws -> [Part] {
        let each = max(1, Self.tokensEach / data.length)
        try MemoryBudget.check(
            data.count, of: data.length * model.cfg.nLayers * model.cfg.dModel * MemoryLayout<Float>.stride)
        return try stride(from: 0, to: data.count, by: each).map { start in
            try Interruption.check()
            return try part(data[start..<min(data.count, start + each)])
        }
    }

    private func part(_ data: PromptDataset) throws -> Part {
        let names = (0..<model.cfg.nLayers).map { actName(activation, $0) }
        let (logits, cache) = try model.runWithCache(data.tokens, namesFilter: names)
        let answers = data.answerTokens[0..., 0..<1]
        return try Fault.catching {
            Part(
                tokens: data.tokens, clean: cache, probability: Self.probability(logits, answers), answers: answers,
                subject: try mask(data, subject), restored: try mask(data, [role]))
        }
    }

    private static func probability(_ logits: Tensor, _ answers: Tensor) -> Tensor {
        logits[0..., -1].softmax(dim: -1).gather(dim: -1, index: answers)
    }

    private func mask(_ data: PromptDataset, _ roles: [String]) throws -> Tensor {
        var values = [Float](repeating: 0, count: data.count * data.length)
        for role in roles {
            for (row, position) in try data.positions[role].toIntArray().enumerated() {
                values[row * data.length + position] = 1
            }
        }
        return Tensor(values, shape: [data.count, data.length, 1])
    }

    /// [d_model]
    func meanSubject(_ data: PromptDataset) throws -> Tensor {
        let embedded = try model.runWithCache(data.tokens, namesFilter: ["hook_embed"]).cache["hook_embed"]
        return try Fault.catching {
            let mask = try mask(data, subject)
            return (embedded * mask).sum(dim: [0, 1]) / mask.sum()
        }
    }

    /// max(0, p_clean − p) for each prompt [batch], with a layer restored, or nothing.
    func losses(_ part: Part, _ constant: Tensor, restoring layer: Int?) throws -> Tensor {
        var hooks = [
            Hook("hook_embed") { x, _ in x = x * (1 - part.subject) + part.subject * constant }
        ]
        for restored in layer.map(around) ?? 0..<0 {
            let name = actName(activation, restored)
            let clean = try part.clean[name]
            let mask = part.restored.reshaped(
                [part.restored.shape[0], part.restored.shape[1]] + Array(repeating: 1, count: clean.ndim - 2))
            hooks.append(Hook(name) { x, _ in x = x * (1 - mask) + clean * mask })
        }
        let logits = try model.runWithHooks(part.tokens, fwdHooks: hooks)
        return (part.probability - Self.probability(logits, part.answers)).relu().flattened()
    }

    /// The layers that are restored around one.
    private func around(_ layer: Int) -> Range<Int> {
        let first = layer - (window - 1) / 2
        return (first..<(first + window)).clamped(to: 0..<model.cfg.nLayers)
    }
}
