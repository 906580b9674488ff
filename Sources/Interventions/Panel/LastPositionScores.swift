internal import Datasets
internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// How far logits at the last position are from those of the whole model.
struct LastPositionScores {
    /// One number per prompt of what was measured.
    struct Scores: Sendable {
        var kl: [Float]
        var logitDifference: [Float]
    }

    let model: HookedTransformer
    /// The whole model's probabilities: [batch, d_vocab]
    let probabilities: Tensor
    /// The number of prompts.
    let rows: Int
    private let logits: Tensor
    private let sums: [Double]
    private let answers: [Int]
    private let width: Int

    /// The whole model's logits [batch, d_vocab], and the prompts that they belong to.
    init(_ model: HookedTransformer, _ logits: Tensor, _ data: PromptDataset) throws {
        (self.model, self.logits, rows, width) = (model, logits, logits.shape[0], logits.shape[1])
        probabilities = try Fault.catching { logits.softmax(dim: -1) }
        answers = data.answerTokens.toIntArray()
        let (count, columns) = (rows, width)
        sums = logits.withUnsafeFloats { row in
            (0..<count).map { number in
                row.baseAddress.map { RowKernels.logSumExp($0 + number * columns, width: columns) } ?? .nan
            }
        }
    }

    /// The whole model's own logit differences.
    var full: [Float] {
        logits.withUnsafeFloats { values in (0..<rows).map { difference(values, row: $0, prompt: $0) } }
    }

    /// The scores of variants' normalised residual streams [variant, batch, d_model], for each variant and prompt.
    ///
    /// Some rows of logits at a time: so many that these are still kept for the next ones (`MemoryPool`) with a vocabulary of 50,000.
    func scores(_ normalized: Tensor) throws -> [Scores] {
        let variants = normalized.shape[0]
        let step = max(1, 192 / rows)
        var all: [Scores] = []
        for start in stride(from: 0, to: variants, by: step) {
            let part = try Fault.catching { normalized[start..<min(variants, start + step)] }
            all += try scores(ofLogits: model.logits(ofNormalized: part))
        }
        return all
    }

    /// The logit differences alone, of which only the answers' logits are computed: [variant, batch]
    func logitDifferences(_ normalized: Tensor) throws -> [[Float]] {
        let variants = normalized.shape[0]
        let logits = try model.logits(ofNormalized: normalized)
        let index = Tensor((0..<variants).flatMap { _ in answers }, shape: [variants, rows, 2])
        return try Fault.catching {
            let chosen = logits.gather(dim: -1, index: index)
            let values = (chosen[0..., 0..., 0] - chosen[0..., 0..., 1]).toArray()
            guard values.count == variants * rows else { return [] }
            return (0..<variants).map { Array(values[($0 * rows)..<(($0 + 1) * rows)]) }
        }
    }

    /// The divergences alone, of logits [variant, batch, d_vocab]: [variant][prompt]
    func kl(ofLogits logits: Tensor) throws -> [[Float]] { try scores(ofLogits: logits).map(\.kl) }

    private func scores(ofLogits logits: Tensor) throws -> [Scores] {
        let variants = logits.shape[0]
        let values = try Fault.catching {
            try logits.withUnsafeFloats { values in
                // Nobody writes while they are read.
                nonisolated(unsafe) let values = values
                return try inEights(variants * rows) { number in
                    let prompt = number % rows
                    return (
                        kl: divergence(values, row: number, prompt: prompt),
                        difference: difference(values, row: number, prompt: prompt)
                    )
                }
            }
        }
        return (0..<variants).map { variant in
            let own = values[(variant * rows)..<((variant + 1) * rows)]
            return Scores(kl: own.map(\.kl), logitDifference: own.map(\.difference))
        }
    }

    /// The results of `body` for the numbers below `count`, eight of them at a time on each core; looks at the stop flag.
    private func inEights<Result: Sendable>(_ count: Int, _ body: (Int) throws -> Result) throws -> [Result] {
        try onAllCores((count + 7) / 8) { share in
            try Interruption.check()
            return try ((share * 8)..<min(count, (share + 1) * 8)).map(body)
        }.flatMap { $0 }
    }

    private func divergence(_ values: UnsafeBufferPointer<Float>, row: Int, prompt: Int) -> Float {
        probabilities.withUnsafeFloats { probabilities in
            logits.withUnsafeFloats { reference in
                guard let p = probabilities.baseAddress, let own = reference.baseAddress, let x = values.baseAddress
                else {
                    return .nan
                }
                let offset = prompt * width
                return Float(
                    RowKernels.divergence(
                        p + offset, reference: own + offset, sums[prompt], from: x + row * width, width: width))
            }
        }
    }

    private func difference(_ values: UnsafeBufferPointer<Float>, row: Int, prompt: Int) -> Float {
        values[row * width + answers[prompt * 2]] - values[row * width + answers[prompt * 2 + 1]]
    }
}
