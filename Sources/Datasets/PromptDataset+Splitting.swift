internal import SessionSafety
internal import TensorCore

extension PromptDataset {
    /// The prompts in two parts; `test` says which part of them, counted from the end, is kept for testing.
    ///
    /// `let (train, test) = data.split(test: 0.5)`
    ///
    /// A share that leaves either part without prompts is reported through `Fault` as a ``DatasetError``.
    public func split(test share: Double) -> (train: PromptDataset, test: PromptDataset) {
        let size = share.isFinite && (0...1).contains(share) ? Int((Double(count) * share).rounded()) : -1
        return split(test: size, saying: "\(share)")
    }

    /// The same with the number of test prompts: `let (train, test) = data.split(test: 256)`.
    public func split(test size: Int) -> (train: PromptDataset, test: PromptDataset) {
        split(test: size, saying: "\(size)")
    }

    private func split(test size: Int, saying given: String) -> (train: PromptDataset, test: PromptDataset) {
        guard size > 0, size < count else {
            return Fault.raise(DatasetError.badSplit(given, of: count), returning: (self, self))
        }
        return (choosing(Array(0..<(count - size))), choosing(Array((count - size)..<count)))
    }

    /// Some of the prompts: `data[0..<8]`.
    ///
    /// A range that the prompts don't fill is reported through `Fault` as a ``DatasetError``.
    public subscript(range: Range<Int>) -> PromptDataset {
        guard range.lowerBound >= 0, range.upperBound <= count, !range.isEmpty else {
            return Fault.raise(DatasetError.badRange(range.lowerBound, range.upperBound, of: count), returning: self)
        }
        return choosing(Array(range))
    }

    /// How many prompts of `other` are prompts here too: 0 for a fair test.
    ///
    /// `train.sharedPrompts(with: test)`
    public func sharedPrompts(with other: PromptDataset) -> Int {
        let own = Set(tokenRows)
        return other.tokenRows.count { own.contains($0) }
    }

    /// The tokens of each prompt.
    var tokenRows: [[Int]] {
        let all = tokens.toIntArray()
        guard all.count == count * length else { return [] }
        return (0..<count).map { Array(all[($0 * length)..<(($0 + 1) * length)]) }
    }

    func choosing(_ numbers: [Int]) -> PromptDataset {
        PromptDataset(
            name: name, prompts: numbers.map { prompts[$0] }, tokens: rows(tokens, numbers),
            right: numbers.map { rightAnswers[$0] }, wrong: numbers.map { wrongAnswers[$0] },
            positions: positions.choosing(numbers), notes: notes,
            corruptions: corruptions.mapValues { version in
                CorruptedPrompts(
                    prompts: numbers.map { version.prompts[$0] }, tokens: rows(version.tokens, numbers))
            })
    }

    func rows(_ tokens: Tensor, _ numbers: [Int]) -> Tensor {
        tokens.indexSelect(dim: 0, index: Tensor(numbers, shape: [numbers.count]))
    }
}
