internal import SessionSafety
internal import Synchronization
package import TensorCore

/// Which of TransformerLens's five processing steps are applied at loading; none of them changes the log-probabilities.
package struct WeightProcessing: Sendable {
    package var foldLN: Bool
    package var centerWritingWeights: Bool
    package var centerUnembed: Bool
    package var foldValueBiases: Bool
    package var refactorFactoredAttnMatrices: Bool

    package init(
        foldLN: Bool = true, centerWritingWeights: Bool = true, centerUnembed: Bool = true,
        foldValueBiases: Bool = true, refactorFactoredAttnMatrices: Bool = false
    ) {
        self.foldLN = foldLN
        self.centerWritingWeights = centerWritingWeights
        self.centerUnembed = centerUnembed
        self.foldValueBiases = foldValueBiases
        self.refactorFactoredAttnMatrices = refactorFactoredAttnMatrices
    }

    /// The weights after the steps, in TransformerLens's order, computed in Float64 and rounded once; `cfg` comes to say
    /// whether layer norms still have parameters.
    /// - Throws: `Interrupted`, or an error when a matrix holds values that are not finite.
    package func process(_ weights: inout TransformerWeights, cfg: inout HookedTransformerConfig) throws {
        try weights.check(against: cfg)
        TensorMemory.keepFreedArrays()
        if foldLN || centerWritingWeights || foldValueBiases || refactorFactoredAttnMatrices {
            try processBlocks(&weights, dHead: cfg.dHead)
        }
        processTokens(&weights)
        if centerWritingWeights { centerRows(&weights.positions) }
        if foldLN { cfg.normalizationType = .layerNormPre }
        // What loading used is of other sizes than what runs use.
        TensorMemory.releaseUnused()
    }

    /// The blocks, which know nothing of each other, on all cores.
    private func processBlocks(_ weights: inout TransformerWeights, dHead: Int) throws {
        let untouched = Mutex(weights.blocks.map(Optional.some))
        let count = weights.blocks.count
        // From here on, nobody else holds the blocks' matrices, so that they are written in place.
        weights.blocks = []
        weights.blocks = try MatrixProduct.withoutOwnThreads {
            try onAllCores(count) { layer in
                guard var block = untouched.withLock({ $0[layer].take() }) else { return nil }
                try process(&block, dHead: dHead)
                return block
            }.compactMap { (block: BlockWeights?) in block }
        }
    }

    private func process(_ block: inout BlockWeights, dHead: Int) throws {
        try Interruption.check()
        try processAttention(&block, dHead: dHead)
        if foldLN { foldLayerNormIntoMLP(&block) }
        if centerWritingWeights { centerWritingWeightsOfMLP(&block) }
    }

    private func processAttention(_ block: inout BlockWeights, dHead: Int) throws {
        let norm = foldLN ? block.ln1.map(Norm64.init) : nil
        if foldLN { block.ln1 = nil }
        var outBias = Matrix64(block.outBias).values
        if centerWritingWeights { outBias = centered(outBias) }
        for number in 0..<(block.out.shape[0] / dHead) {
            var head = Head64(block, head: number, dHead: dHead)
            if let norm { foldLayerNorm(norm, into: &head) }
            if centerWritingWeights { head.out.centerRows() }
            if foldValueBiases || refactorFactoredAttnMatrices {
                HookedTransformers.foldValueBiases(&head, into: &outBias)
            }
            if refactorFactoredAttnMatrices { try refactorAttentionMatrices(&head) }
            head.round(into: &block)
        }
        block.outBias = Tensor(rounding: outBias)
    }
}
