public import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Random tokens that repeat: what followed the last token the time before is the right answer.
///
/// ```swift
/// let data = try InductionDataset(model, count: 32, length: 20, repeats: 2)
/// data.tokens.shape                           // [32, 41] with a BOS
/// try data.logitDifference(try model(data))   // of the token that begins the sequence, and another one of it
/// ```
/// The tokens of one sequence are all different, none has a role in texts. `.swapped` exchanges the right answer and the wrong one
/// wherever they stand; `.counterfactual` is another sequence, all of it new. Positions: `END`, `previous` (where the last
/// token stood before), `target` (the right answer behind it).
/// - Parameters:
///   - length: the number of tokens that repeat.
///   - repeats: how often they stand there, 2 or more.
///   - seed: the same tokens for the same seed and tokenizer.
/// - Throws: ``DatasetError`` where the model has no room or too few tokens.
public func InductionDataset(
    _ model: HookedTransformer, count: Int = 64, length: Int, repeats: Int = 2, seed: Int = 0, prependBOS: Bool? = nil
) throws -> PromptDataset {
    let bos = prependBOS ?? model.cfg.defaultPrependBOS ? model.tokenizer?.bosTokenID : nil
    let task = InductionTask(
        model: model, count: count, length: length, repeats: repeats, start: bos.map { [$0] } ?? [])
    try task.check()
    var random = RandomGenerator(seed: UInt64(bitPattern: Int64(seed)))
    return try task.dataset(&random)
}

private struct InductionTask {
    let model: HookedTransformer
    let count: Int
    let length: Int
    let repeats: Int
    let start: [Int]

    /// The ids that have no role of their own.
    private var vocabulary: [Int] {
        let tokenizer = model.tokenizer
        let special = Set([tokenizer?.bosTokenID, tokenizer?.eosTokenID, tokenizer?.padTokenID].compactMap { $0 })
        let known = min(model.cfg.dVocab, tokenizer?.vocabularySize ?? .max)
        return (0..<known).filter { !special.contains($0) }
    }

    func check() throws {
        guard count > 0 else { throw DatasetError.badRepetition("count: \(count); make at least one prompt") }
        guard length >= 2, repeats >= 2 else {
            throw DatasetError.badRepetition("length: \(length) and repeats: \(repeats); both are 2 or more")
        }
        let (all, overflow) = length.multipliedReportingOverflow(by: repeats)
        let limit = model.cfg.nCtx - start.count
        guard !overflow, all <= limit else {
            throw DatasetError.badRepetition(
                "length: \(length) tokens, \(repeats) times, are more than the \(limit) positions of the model")
        }
        let known = vocabulary.count
        guard 2 * length <= known else {
            throw DatasetError.badRepetition(
                "length: \(length) different tokens and as many others are more than the vocabulary's \(known)")
        }
        try MemoryBudget.check(count, of: (all + start.count) * 8 * MemoryLayout<Int>.stride)
    }

    func dataset(_ random: inout RandomGenerator) throws -> PromptDataset {
        var vocabulary = vocabulary
        var (clean, swapped, others): ([[Int]], [[Int]], [[Int]]) = ([], [], [])
        var (right, wrong): ([[Int]], [[Int]]) = ([], [])
        for _ in 0..<count {
            try Interruption.check()
            // The first places of a shuffle: the sequence, and one that shares nothing with it.
            for place in 0..<(2 * length) {
                vocabulary.swapAt(place, Int.random(in: place..<vocabulary.count, using: &random))
            }
            let sequence = Array(vocabulary[..<length])
            let other = Int.random(in: 1..<max(2, length - 1), using: &random)
            var exchanged = sequence
            exchanged.swapAt(0, other)
            clean.append(row(sequence))
            swapped.append(row(exchanged))
            others.append(row(Array(vocabulary[length..<(2 * length)])))
            right.append([sequence[0]])
            wrong.append([sequence[other]])
        }
        return PromptDataset(
            name: "induction", prompts: try texts(clean), tokens: tensor(clean), right: right, wrong: wrong,
            positions: positions,
            corruptions: [.swapped: try version(swapped), .counterfactual: try version(others)])
    }

    private func row(_ sequence: [Int]) -> [Int] { start + (0..<repeats).flatMap { _ in sequence } }

    private func tensor(_ rows: [[Int]]) -> Tensor {
        Tensor(rows.flatMap { $0 }, shape: [rows.count, start.count + length * repeats])
    }

    private func version(_ rows: [[Int]]) throws -> CorruptedPrompts {
        CorruptedPrompts(prompts: try texts(rows), tokens: tensor(rows))
    }

    private func texts(_ rows: [[Int]]) throws -> [String] {
        guard model.tokenizer != nil else { return rows.map { _ in "" } }
        return try rows.map {
            try Interruption.check()
            return try model.toString(Array($0.dropFirst(start.count)))
        }
    }

    private var positions: RolePositions {
        let end = start.count + length * repeats - 1
        return RolePositions(
            [("previous", end - length), ("target", end - length + 1), ("END", end)].map { role, position in
                (role, Array(repeating: position, count: count))
            })
    }
}
