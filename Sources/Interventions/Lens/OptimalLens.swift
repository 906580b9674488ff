public import Datasets
public import HookedTransformers
internal import Hooks
internal import SessionSafety
public import TensorCore

/// What the model's answer would be if all attention from a layer on wrote the same for every prompt: how much of the answer is in the
/// last position's residual stream already.
///
/// ```swift
/// let lens = try model.optimalLens(train)
/// try lens.logits(test, layer: 8)                      // [batch, d_vocab]
/// print(try lens.report(on: test))                     // by layer, beside the logit lens, with intervals
/// ```
/// Where the logit lens passes over all later layers, this keeps their MLPs, and puts the constants in the place of attention that
/// change the answers least: the optimal-constant-attention lens of Li and Janson (2024), arXiv 2409.09951. A fit that may be stopped
/// and gone on with is ``OptimalLens/fit(evaluations:)``.
public struct OptimalLens {
    /// The layers before which the residual stream is read.
    public let layers: [Int]
    /// The number of training prompts.
    public let promptCount: Int

    let model: HookedTransformer
    let train: PromptDataset
    let prompts: LensPrompts
    var fits: [VectorFit]

    /// Attention's mean outputs over the training prompts, before anything is fitted: `var lens = try OptimalLens(model, train)`.
    /// - Parameter layers: all unless given.
    /// - Throws: ``OptimalAblationError/badLayers(_:layers:)``; what a run throws.
    public init(_ model: HookedTransformer, _ train: PromptDataset, layers: [Int]? = nil, tolerance: Double = 1e-7)
        throws
    {
        let chosen = try model.layersToFit(layers)
        guard tolerance > 0, tolerance.isFinite else {
            throw OptimalAblationError.badNumber("tolerance", given: tolerance)
        }
        (self.model, self.train, self.layers, promptCount) = (model, train, chosen, train.count)
        let prompts = try LensPrompts(model, train)
        self.prompts = prompts
        fits = try chosen.map { layer in
            let means = try Fault.catching { Tensor.stack(Array(prompts.attention[layer...])) }
            return try VectorFit(at: means, tolerance: tolerance)
        }
    }

    /// Goes on with every layer's search that is not at its end.
    ///
    /// ```swift
    /// try lens.fit()                       // stopped: what has been found stays, and the next call goes on
    /// ```
    /// - Parameter evaluations: the most evaluations of the loss for a layer in this call.
    /// - Throws: ``OptimalAblationError``, `GradientError`, `Interrupted`; what was found so far is kept.
    public mutating func fit(evaluations: Int = 100) throws {
        let evaluations = try mostEvaluations(evaluations, searches: fits.count)
        let work = LongWork("Optimal lens", total: fits.count { !$0.isDone } * evaluations)
        defer { work.finish() }
        let (model, reference) = (model, prompts.reference)
        for (index, layer) in layers.enumerated() where !fits[index].isDone {
            let residual = prompts.residuals[layer]
            for step in 0..<evaluations {
                if fits[index].isDone { break }
                try fits[index].step(1) { _, constants in
                    klDivergence(reference, try Self.logits(model, residual, layer, constants))
                }
                work.say("Optimal lens, layer \(layer), KL \(PanelText.number(Float(fits[index].loss)))")
                work.advance(by: fits[index].isDone ? evaluations - step : 1)
            }
        }
    }
}

extension OptimalLens {
    /// What stands in the place of the attention layers from `layer` on: [layer, d_model].
    ///
    /// `try lens.constants(from: 8)[0]` is what layer 8 writes.
    /// - Throws: ``OptimalAblationError/badLayers(_:layers:)`` for a layer that was not asked for.
    public func constants(from layer: Int) throws -> Tensor { fits[try place(layer)].best }

    /// The answers at the last position as they are from the residual stream before `layer`: [batch, d_vocab].
    ///
    /// `try lens.logits(test, layer: 8).argmax(dim: -1)`
    public func logits(_ data: PromptDataset, layer: Int) throws -> Tensor {
        let constants = fits[try place(layer)].best
        return try Self.logits(model, LensPrompts(model, data).residuals[layer], layer, constants)
    }

    /// The mean divergence on the training prompts by layer, in nats: [layer]. `lens.trainLosses`
    public var trainLosses: Tensor { Tensor(fits.map { Float($0.loss) }, shape: [fits.count]) }

    /// The same with attention's means in the place of fitted constants; NaN before the first fit. `lens.meanLosses`
    public var meanLosses: Tensor { Tensor(fits.map { Float($0.startLoss) }, shape: [fits.count]) }

    /// Whether every layer's search has come to its end.
    public var isFinished: Bool { fits.allSatisfy(\.isDone) }

    func place(_ layer: Int) throws -> Int {
        guard let place = layers.firstIndex(of: layer) else {
            throw OptimalAblationError.badLayers([layer], layers: model.cfg.nLayers)
        }
        return place
    }

    /// Of residual streams at the last position [batch, 1, d_model] before a layer: [batch, d_vocab]
    static func logits(_ model: HookedTransformer, _ residual: Tensor, _ layer: Int, _ constants: Tensor) throws
        -> Tensor
    {
        let hooks = (layer..<model.cfg.nLayers).map { later in
            Hook(actName("attn_out", later)) { out, _ in out[0...] = constants[later - layer] }
        }
        return try Fault.catching { try model.runWithHooks(residual, fwdHooks: hooks, startAtLayer: layer)[0..., -1] }
    }
}

extension OptimalLens: CustomStringConvertible {
    public var description: String {
        let done = fits.count(where: \.isDone)
        let width = model.cfg.dModel
        let numbers = "\(width) numbers for each later layer, fitted on \(promptCount) prompts"
        return "optimal lens of \(layers.count) layers, \(numbers); \(done) of \(fits.count) searches at their end"
    }
}

/// What a lens knows of some prompts: the last position alone.
struct LensPrompts {
    /// Before each layer: [batch, 1, d_model]
    let residuals: [Tensor]
    /// The whole model's answers: [batch, d_vocab]
    let reference: Tensor
    /// The mean of what each attention layer writes: [d_model]
    let attention: [Tensor]

    init(_ model: HookedTransformer, _ data: PromptDataset) throws {
        let layers = 0..<model.cfg.nLayers
        let names = layers.flatMap { [actName("resid_pre", $0), actName("attn_out", $0)] }
        try MemoryBudget.check(
            data.count, of: (model.cfg.dVocabOut + 2 * layers.count * model.cfg.dModel) * MemoryLayout<Float>.stride)
        var residuals = [[Tensor]](repeating: [], count: layers.count)
        var (written, answers) = (residuals, [Tensor]())
        try PromptChunks(model, data).forEach { chunk, _ in
            let (logits, cache) = try model.runWithCache(chunk.tokens, namesFilter: names)
            try Fault.catching {
                answers.append(logits[0..., -1])
                for layer in layers {
                    residuals[layer].append(try cache["resid_pre", layer][0..., -1].unsqueezed(dim: 1))
                    written[layer].append(try cache["attn_out", layer][0..., -1])
                }
            }
        }
        (self.residuals, reference) = try Fault.catching {
            (residuals.map { Tensor.cat($0, dim: 0) }, Tensor.cat(answers, dim: 0))
        }
        attention = try Fault.catching { written.map { Tensor.cat($0, dim: 0).mean(dim: 0) } }
    }
}
