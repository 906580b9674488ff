internal import Datasets
internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Runs every ablation of every component on the test prompts.
struct PanelRun {
    let model: HookedTransformer
    let test: PromptDataset
    let span: AblatedSpan
    let replacements: Replacements
    let components: [AblatedComponent]
    let work: LongWork

    /// The scores by method (as `replacements.kinds` has them), component and prompt.
    struct Measured {
        var kl: [[[Float]]]
        var logitDifference: [[[Float]]]
        var full: [Float] = []
    }

    func measure(_ corrupted: [AblationKind: PromptDataset]) throws -> Measured {
        let (kinds, places) = replacements.different
        let empty = kinds.map { _ in components.map { _ in [Float]() } }
        var measured = Measured(kl: empty, logitDifference: empty)
        try PromptChunks(model, test).forEach { chunk, start in
            let base = try model.variantsBase(chunk.tokens)
            let sources = try replacements.sources(test, corrupted, start..<(start + chunk.count))
            let scores = try LastPositionScores(model, base.lastLogits, chunk)
            measured.full += scores.full
            var batch = VariantBatch(base: base, scores: scores, span: span)
            for layer in 0..<model.cfg.nLayers {
                for (number, kind) in kinds.enumerated() {
                    try add(kind, number, layer, base, sources, to: &batch)
                }
                try batch.run(all: layer == model.cfg.nLayers - 1) { place, scores in
                    measured.kl[place.method][place.component] += scores.kl
                    measured.logitDifference[place.method][place.component] += scores.logitDifference
                }
                work.advance()
            }
        }
        measured.kl = places.map { measured.kl[$0] }
        measured.logitDifference = places.map { measured.logitDifference[$0] }
        return measured
    }

    /// Variants for the components of a layer under one method.
    private func add(
        _ kind: AblationKind, _ method: Int, _ layer: Int, _ base: VariantsBase,
        _ sources: [AblationKind: VariantsBase],
        to batch: inout VariantBatch
    ) throws {
        let own = components.enumerated().filter { $1.layer == layer }
        let heads = own.compactMap { number, component in component.head.map { (number, $0) } }
        if !heads.isEmpty {
            let values = try replacements.heads(kind, layer, sources)
            try batch.add(
                layer, heads.map { VariantBatch.Head(head: $1, place: .init(method: method, component: $0)) }, values)
        }
        guard let mlp = own.first(where: { $1.head == nil }) else { return }
        let value = try replacements.mlp(kind, layer, sources)
        try batch.add(mlpOf: layer, value, .init(method: method, component: mlp.offset))
    }
}

/// A head or an MLP.
struct AblatedComponent: Hashable, Sendable {
    let layer: Int
    /// nil for the MLP.
    let head: Int?

    /// `L9H6`, `MLP9`.
    var label: String { head.map { "L\(layer)H\($0)" } ?? "MLP\(layer)" }

    static func all(_ choice: AblatedComponents, _ model: HookedTransformer) -> [AblatedComponent] {
        let (layers, heads) = (0..<model.cfg.nLayers, 0..<model.cfg.nHeads)
        let each = layers.flatMap { layer in heads.map { AblatedComponent(layer: layer, head: $0) } }
        let mlps = layers.map { AblatedComponent(layer: $0, head: nil) }
        return choice == .heads ? each : choice == .mlps ? mlps : each + mlps
    }

    /// Those of some names, in their own order; all of them without names.
    /// - Throws: ``AblationPanelError/noComponent(_:known:)``.
    static func chosen(_ names: [String]?, of choice: AblatedComponents, _ model: HookedTransformer) throws
        -> [AblatedComponent]
    {
        let all = all(choice, model)
        guard let names else { return all }
        let labels = all.map(\.label)
        for name in names.isEmpty ? [""] : names where !labels.contains(name) {
            throw AblationPanelError.noComponent(name, known: labels)
        }
        return all.filter { names.contains($0.label) }
    }
}
