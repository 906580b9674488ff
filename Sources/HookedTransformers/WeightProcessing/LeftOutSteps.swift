internal import TensorCore

extension WeightProcessing {
    /// A step that is asked for and left out, since it would change what this model predicts or has nothing to do.
    struct LeftOut {
        let step: WritableKeyPath<WeightProcessing, Bool>
        /// What the step is called where it is asked for.
        let name: String
        let reason: String
    }

    /// The steps that are left out of the ones that are asked for.
    func leftOut(of weights: TransformerWeights, _ cfg: HookedTransformerConfig) -> [LeftOut] {
        [
            LeftOut(step: \.foldLN, name: "foldLN", reason: "there are no norms")
                .unless(weights.hasNorms),
            LeftOut(
                step: \.centerWritingWeights, name: "centerWritingWeights",
                reason: weights.hasNorms ? "norms leave the mean where it is" : "no norm takes the mean off"
            ).unless(weights.readersTakeMeanOff),
            LeftOut(step: \.centerUnembed, name: "centerUnembed", reason: "logits are capped")
                .unless(weights.unembedding.softCap == nil),
            LeftOut(
                step: \.refactorFactoredAttnMatrices, name: "refactorFactoredAttnMatrices",
                reason: "queries and keys are changed after they are made"
            ).unless(weights.positions.steps(afterNorms: false).isEmpty),
            LeftOut(
                step: \.refactorFactoredAttnMatrices, name: "refactorFactoredAttnMatrices",
                reason: "heads share keys and values"
            ).unless(cfg.keyHeads == cfg.nHeads || !weights.positions.steps(afterNorms: false).isEmpty),
        ].compactMap(\.self).filter { self[keyPath: $0.step] }
    }
}

extension WeightProcessing.LeftOut {
    /// nil where the step can be carried out.
    fileprivate func unless(_ isPossible: Bool) -> Self? { isPossible ? nil : self }
}

extension TransformerWeights {
    fileprivate var hasNorms: Bool { finalNorm != nil || blocks.contains { $0.ln1 != nil || $0.ln2 != nil } }
}
