internal import Datasets
internal import SessionSafety
internal import TensorCore

/// Means over prompts as they would be of other prompts: drawn again from the same ones, with replacement.
///
/// Source: Efron (1979), "Bootstrap methods: another look at the jackknife"; intervals by percentiles.
struct Bootstrap: Sendable {
    /// How often each prompt is drawn, over the number of prompts: [resample, prompt]
    private let weights: Tensor
    private let prompts: Int
    private let resamples: Int

    /// For intervals that somebody asked for.
    /// - Throws: ``AblationPanelError`` where prompts or resamples are too few for one.
    init(of test: PromptDataset, resamples: Int, seed: Int) throws {
        guard test.count > 1 else { throw AblationPanelError.tooFewPrompts(test.count) }
        guard (100...1_000_000).contains(resamples) else { throw AblationPanelError.badResamples(resamples) }
        try self.init(prompts: test.count, resamples: resamples, seed: seed)
    }

    init(prompts: Int, resamples: Int, seed: Int) throws {
        (self.prompts, self.resamples) = (prompts, resamples)
        try MemoryBudget.check(resamples, of: prompts * MemoryLayout<Float>.stride)
        var random = RandomGenerator(seed: UInt64(bitPattern: Int64(seed)))
        var weights = [Float](repeating: 0, count: resamples * prompts)
        for resample in 0..<resamples {
            try Interruption.check()
            for _ in 0..<prompts {
                weights[resample * prompts + Int.random(in: 0..<prompts, using: &random)] += 1 / Float(prompts)
            }
        }
        self.weights = Tensor(weights, shape: [resamples, prompts])
    }

    /// The mean of each resample, for each row of values by prompt: [row][resample]
    func means(_ rows: [[Float]]) throws -> [[Float]] {
        guard !rows.isEmpty else { return [] }
        try MemoryBudget.check(rows.count, of: (resamples + prompts) * MemoryLayout<Float>.stride)
        let means = try Fault.catching {
            Tensor(rows.flatMap { $0 }, shape: [rows.count, prompts]).matmul(weights.transposed(0, 1)).toArray()
        }
        return try rows.indices.map { row in
            try Interruption.check()
            return Array(means[(row * resamples)..<((row + 1) * resamples)])
        }
    }

    /// The interval that holds the middle 95 % of the means of each row.
    func intervals(_ rows: [[Float]]) throws -> [ClosedRange<Float>] {
        let means = try self.means(rows)
        return try onAllCores(means.count) { row in
            try Interruption.check()
            return try Self.middle(means[row])
        }
    }

    /// The middle 95 % of some values; of NaN, everything.
    /// - Throws: `Interrupted`.
    static func middle(_ values: [Float]) throws -> ClosedRange<Float> {
        guard values.allSatisfy(\.isFinite), values.count > 1 else { return -.infinity ... .infinity }
        let sorted = try values.sortedWithLooks(by: <)
        let last = Double(sorted.count - 1)
        return sorted[Int((last * 0.025).rounded(.down))]...sorted[Int((last * 0.975).rounded(.up))]
    }
}

/// Ranks and their correlation.
enum Ranks {
    /// The place of each value, the largest is 1; equal ones share the mean of their places. NaN comes last.
    static func descending(_ values: [Float]) -> [Double] {
        let order = values.indices.sorted { a, b in
            values[b].isNaN ? !values[a].isNaN : values[a] > values[b]
        }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
            start = end
        }
        return ranks
    }

    /// Spearman's correlation: Pearson's of the ranks; NaN where one of the lists has nothing but equal values.
    static func correlation(_ a: [Float], _ b: [Float]) -> Double {
        let (a, b) = (descending(a), descending(b))
        let middle = Double(a.count + 1) / 2
        var (ab, aa, bb) = (0.0, 0.0, 0.0)
        for (x, y) in zip(a, b) {
            ab += (x - middle) * (y - middle)
            aa += (x - middle) * (x - middle)
            bb += (y - middle) * (y - middle)
        }
        return ab / (aa * bb).squareRoot()
    }
}
