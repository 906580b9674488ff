internal import SessionSafety
internal import Synchronization
internal import TensorCore

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
    /// - Returns: the steps that were left out, each with the reason: "centerWritingWeights (norms leave the mean where it is)".
    /// - Throws: `Interrupted`, or an error when a matrix holds values that are not finite.
    @discardableResult
    package func process(_ weights: inout TransformerWeights, cfg: inout HookedTransformerConfig) throws -> [String] {
        try weights.check(against: cfg)
        let leftOut = leftOut(of: weights, cfg)
        var steps = self
        for step in leftOut { steps[keyPath: step.step] = false }
        TensorMemory.keepFreedArrays()
        if steps.foldLN || steps.centerWritingWeights || steps.foldValueBiases || steps.refactorFactoredAttnMatrices {
            try steps.processBlocks(&weights, cfg)
        }
        try steps.processTokens(&weights)
        if steps.centerWritingWeights { try weights.positions.center() }
        if steps.foldLN { cfg.normalizationType = cfg.normalizationType.folded }
        // What loading used is of other sizes than what runs use.
        TensorMemory.releaseUnused()
        return leftOut.map { "\($0.name) (\($0.reason))" }
    }

    /// The blocks, which know nothing of each other, on all cores.
    private func processBlocks(_ weights: inout TransformerWeights, _ cfg: HookedTransformerConfig) throws {
        let untouched = Mutex(weights.blocks.map(Optional.some))
        let count = weights.blocks.count
        // From here on, nobody else holds the blocks' matrices, so that they are written in place.
        weights.blocks = []
        weights.blocks = try MatrixProduct.withoutOwnThreads {
            try onAllCores(count) { layer in
                guard var block = untouched.withLock({ $0[layer].take() }) else { return nil }
                try process(&block, cfg)
                return block
            }.compactMap { (block: BlockWeights?) in block }
        }
    }

    private func process(_ block: inout BlockWeights, _ cfg: HookedTransformerConfig) throws {
        try Interruption.check()
        try processAttention(&block.attention, foldLN ? Norm64(block.ln1) : nil, cfg)
        if foldLN, let norm = Norm64(block.ln2) { block.mlp?.fold(norm) }
        if foldLN { block.mlp?.foldOwnNorm() }
        if foldLN { (block.ln1, block.ln2) = (block.ln1?.folded, block.ln2?.folded) }
        if centerWritingWeights { try block.mlp?.centerWriting() }
    }

    private func processAttention(
        _ attention: inout AttentionWeights, _ norm: Norm64?, _ cfg: HookedTransformerConfig
    ) throws {
        if attention.out.isAtHalfWidth { return attention.foldValueBiases(HeadColumns(cfg), heads: cfg.nHeads) }
        var outBias = Matrix64(attention.outBias).values
        if centerWritingWeights { outBias = centered(outBias) }
        let (columns, group) = (HeadColumns(cfg), cfg.nHeads / cfg.keyHeads)
        for first in stride(from: 0, to: cfg.nHeads, by: group) {
            var keys = KeyHead64(attention, head: first, columns)
            norm?.fold(into: &keys.k)
            norm?.fold(into: &keys.v)
            let valueBias = keys.v.bias
            if foldsValueBiases { keys.v.bias = valueBias.map { _ in 0 } }
            for number in first..<(first + group) {
                var head = Head64(attention, head: number, columns)
                norm?.fold(into: &head.q)
                if centerWritingWeights { head.out.centerRows() }
                if foldsValueBiases { HookedTransformers.foldValueBiases(valueBias, through: head.out, into: &outBias) }
                if refactorFactoredAttnMatrices { try refactorAttentionMatrices(&head, &keys) }
                head.round(into: &attention)
            }
            keys.round(into: &attention)
        }
        attention.outBias = Tensor(rounding: outBias)
    }

    private var foldsValueBiases: Bool { foldValueBiases || refactorFactoredAttnMatrices }
}

extension WeightProcessing {
    /// The steps that were carried out, in words: all that were asked for but those that begin lines of `leftOut`.
    package func text(without leftOut: [String], _ cfg: HookedTransformerConfig) -> String {
        let steps: [(String, Bool)] = [
            ("foldLN", foldLN), ("centerWritingWeights", centerWritingWeights), ("centerUnembed", centerUnembed),
            ("foldValueBiases", foldsValueBiases), ("refactorFactoredAttnMatrices", refactorFactoredAttnMatrices),
        ]
        let done = steps.filter { step in step.1 && !leftOut.contains { $0.hasPrefix(step.0 + " ") } }.map(\.0)
        return (done + ["matrices in \(cfg.dtype.rawValue)"]).joined(separator: ", ")
    }
}
