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
        let isMoved = weights.positions.areAddedPerBlock
        let turns = !weights.positions.steps(afterNorms: false).isEmpty
        let moved = "positions are added to what queries and keys read"
        let isHalf = cfg.dtype == .bfloat16
        let half = "the matrices stay as they are read, in bfloat16"
        let writing = weights.hasNorms ? "norms leave the mean where it is" : "no norm takes the mean off"
        return [
            LeftOut(
                step: \.foldLN, name: "foldLN",
                reason: !weights.hasNorms ? "there are no norms" : isMoved ? moved : half
            )
            .unless(weights.hasNorms && !isMoved && !isHalf),
            LeftOut(
                step: \.centerWritingWeights, name: "centerWritingWeights",
                reason: isMoved ? moved : weights.readersTakeMeanOff ? half : writing
            ).unless(weights.readersTakeMeanOff && !isMoved && !isHalf),
            LeftOut(step: \.centerUnembed, name: "centerUnembed", reason: isMoved ? moved : "logits are capped")
                .unless(weights.unembedding.softCap == nil && !isMoved),
            LeftOut(
                step: \.refactorFactoredAttnMatrices, name: "refactorFactoredAttnMatrices",
                reason: turns
                    ? "queries and keys are changed after they are made"
                    : cfg.keyHeads == cfg.nHeads ? half : "heads share keys and values"
            ).unless(!turns && cfg.keyHeads == cfg.nHeads && !isHalf),
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
