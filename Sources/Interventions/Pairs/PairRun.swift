internal import Datasets
internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Runs every pair of heads on the prompts, each once.
///
/// All heads of a layer are replaced at once, each in a variant, and carried on; at every later layer the variants are forked for
/// each of its heads. So what precedes the second head is computed once for all of them.
struct PairRun {
    let model: HookedTransformer
    let test: PromptDataset
    let span: AblatedSpan
    let replacements: Replacements
    let method: AblationKind
    let corrupted: [AblationKind: PromptDataset]
    let work: LongWork

    private var heads: Int { model.cfg.nHeads }
    private var count: Int { model.cfg.nLayers * heads }

    func measure(seed: Int) throws -> PairwiseAblation {
        var measured = [[LastPositionScores.Scores]](
            repeating: Array(repeating: .init(kl: [], logitDifference: []), count: count), count: count)
        var (full, normOnly): ([Float], [Float]) = ([], Array(repeating: 0, count: heads * heads))
        try PromptChunks(model, test).forEach { chunk, start in
            let base = try model.variantsBase(chunk.tokens)
            let sources = try replacements.sources(test, corrupted, start..<(start + chunk.count))
            let values = try (0..<model.cfg.nLayers).map { try replacements.heads(method, $0, sources) }
            let scores = try LastPositionScores(model, base.lastLogits, chunk)
            full += scores.full
            var batch = VariantBatch(base: base, scores: scores, span: span)
            for layer in 0..<model.cfg.nLayers {
                try addPairs(within: layer, base, values, to: &batch)
                try addPairs(from: layer, base, values, to: &batch) { batch, isLast in
                    try batch.run(all: isLast) { place, scores in
                        measured[place.method][place.component].kl += scores.kl
                        measured[place.method][place.component].logitDifference += scores.logitDifference
                        work.advance()
                    }
                }
            }
            let sums = try normInteractions(base, values, scores)
            for index in sums.indices { normOnly[index] += sums[index] / Float(test.count) }
        }
        return try PairwiseAblation(
            method: method, layers: model.cfg.nLayers, heads: heads, measured: measured, full: full,
            normOnly: normOnly, seed: seed)
    }

    /// Each head of a layer alone, and every two of them.
    private func addPairs(within layer: Int, _ base: VariantsBase, _ values: [Tensor], to batch: inout VariantBatch)
        throws
    {
        let pairs = (0..<heads).flatMap { a in (a..<heads).map { (a, $0) } }
        let each = max(1, 256 / max(1, base.rows * span.length))
        for start in stride(from: 0, to: pairs.count, by: each) {
            let part = pairs[start..<min(pairs.count, start + each)]
            var variants = try base.variants(part.count, from: span.first)
            try variants.stand(at: layer, behind: .z)
            try variants.edit(.z) { z in
                for (variant, pair) in part.enumerated() {
                    for head in Set([pair.0, pair.1]) {
                        z[variant, 0..., 0..<span.count, head, 0...] = values[layer][.ellipsis, head, 0...]
                    }
                }
            }
            batch.add(variants, part.map { .init(method: layer * heads + $0.0, component: layer * heads + $0.1) })
        }
    }

    /// Each head of a layer with each of all later layers.
    private func addPairs(
        from layer: Int, _ base: VariantsBase, _ values: [Tensor], to batch: inout VariantBatch,
        _ run: (inout VariantBatch, _ isLast: Bool) throws -> Void
    ) throws {
        var carrier = try base.variants(heads, from: span.first)
        try carrier.stand(at: layer, behind: .z)
        try carrier.edit(.z) { z in
            for head in 0..<heads { z[head, 0..., 0..<span.count, head, 0...] = values[layer][.ellipsis, head, 0...] }
        }
        for later in (layer + 1)..<max(layer + 1, model.cfg.nLayers) {
            try carrier.advance(to: later, behind: .z)
            for head in 0..<heads {
                var fork = carrier
                try fork.edit(.z) { z in
                    let value = values[later][.ellipsis, head, 0...]
                    for variant in 0..<heads { z[variant, 0..., 0..<span.count, head, 0...] = value }
                }
                batch.add(fork, (0..<heads).map { .init(method: layer * heads + $0, component: later * heads + head) })
            }
            try run(&batch, false)
        }
        try run(&batch, layer == model.cfg.nLayers - 1)
    }

    /// What two heads of the last layer do to each other with the MLP behind them frozen: through the last norm alone.
    /// [head · head], summed over prompts.
    private func normInteractions(_ base: VariantsBase, _ values: [Tensor], _ scores: LastPositionScores) throws
        -> [Float]
    {
        let last = model.cfg.nLayers - 1
        // Where heads write through a norm together, none has a part of its own.
        guard span.first + span.count == base.positions, model.weights.blocks.allSatisfy({ $0.ln1Post == nil }) else {
            return Array(repeating: 0, count: heads * heads)
        }
        let own = try base.z(last, from: base.positions - 1)[0..., 0]
        let output = model.W_O[last]
        let deltas = try Fault.catching {
            (0..<heads).map { head -> Tensor in
                // Replacements that differ by position have the last one's at their end.
                let value = values[last][.ellipsis, head, 0...]
                let isByPosition = value.ndim >= 2 && value.shape[value.ndim - 2] == span.count
                let here = isByPosition ? value[.ellipsis, -1, 0...] : value
                return (here - own[0..., head]).matmul(output[head])
            }
        }
        let pairs = (0..<heads).flatMap { a in (a..<heads).map { (a, $0) } }
        var variants = try base.variants(pairs.count, from: base.positions - 1)
        try variants.stand(before: last + 1)
        try variants.edit(.residual) { residual in
            for (variant, pair) in pairs.enumerated() {
                let delta = pair.0 == pair.1 ? deltas[pair.0] : deltas[pair.0] + deltas[pair.1]
                residual[variant, 0..., 0, 0...] = residual[variant, 0..., 0, 0...] + delta
            }
        }
        let ends = try RunVariants.finish([variants])[0]
        let sums = try scores.logitDifferences(ends).map { $0.reduce(0, +) }
        let full = scores.full.reduce(0, +)
        var table = [[Float]](repeating: Array(repeating: 0, count: heads), count: heads)
        for (pair, sum) in zip(pairs, sums) { (table[pair.0][pair.1], table[pair.1][pair.0]) = (sum, sum) }
        return (0..<heads).flatMap { a in
            (0..<heads).map { b in a == b ? 0 : table[a][b] - table[a][a] - table[b][b] + full }
        }
    }
}
