internal import Dispatch
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
        // Handed over, so that each block's old matrices go when its new ones are there.
        let blocks = weights.blocks
        weights.blocks = []
        weights.blocks = try MatrixProduct.withoutOwnThreads { try process(consume blocks, dHead: cfg.dHead) }
        if centerWritingWeights {
            center(&weights.embedding)
            center(&weights.positions)
        }
        if foldLN || centerUnembed {
            processUnembedding(&weights, foldLN: foldLN, centerUnembed: centerUnembed)
        }
        if foldLN { cfg.normalizationType = .layerNormPre }
    }

    /// The blocks, which know nothing of each other, on all cores.
    private func process(_ blocks: consuming [BlockWeights], dHead: Int) throws -> [BlockWeights] {
        guard foldLN || centerWritingWeights || foldValueBiases || refactorFactoredAttnMatrices else { return blocks }
        let count = blocks.count
        let results = Mutex(Result<[BlockWeights], any Error>.success(consume blocks))
        DispatchQueue.concurrentPerform(iterations: count) { layer in
            do {
                guard var block = try? results.withLock({ try $0.get()[layer] }) else { return }
                try Fault.catching { try process(&block, dHead: dHead) }
                results.withLock { [block] result in
                    result = result.map { done in
                        var done = done
                        done[layer] = block
                        return done
                    }
                }
            } catch {
                results.withLock { $0 = .failure(error) }
            }
        }
        return try results.withLock { $0 }.get()
    }

    private func process(_ block: inout BlockWeights, dHead: Int) throws {
        try Interruption.check()
        var exact = Block64(block)
        if foldLN { foldLayerNorm(&exact) }
        if centerWritingWeights { HookedTransformers.centerWritingWeights(&exact) }
        if foldValueBiases { HookedTransformers.foldValueBiases(&exact) }
        if refactorFactoredAttnMatrices { try refactorAttentionMatrices(&exact, dHead: dHead) }
        block = exact.rounded
    }

    /// Takes the mean over d_model off every row.
    private func center(_ table: inout Tensor) {
        let width = table.shape[1]
        table.withUnsafeMutableFloats { values in
            for start in stride(from: 0, to: values.count, by: width) {
                var mean = 0.0
                for index in start..<(start + width) { mean += Double(values[index]) }
                mean /= Double(width)
                for index in start..<(start + width) { values[index] = Float(Double(values[index]) - mean) }
            }
        }
    }
}
