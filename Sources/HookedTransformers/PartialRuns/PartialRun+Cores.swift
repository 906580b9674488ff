internal import TensorCore

extension PartialRun {
    /// Carries several runs of one base to their end; each is past its hooks. `runs` are in the order of their progress.
    ///
    /// Where there are enough, every core takes some of them all the way: they need nothing of each other, so that no core
    /// waits for another at every step, and the steps between products are shared out too.
    /// - Returns: each run's residual stream after the final layer norm, [token, 1, d_model].
    static func finishing(_ runs: [PartialRun]) throws -> [Tensor] {
        guard let shares = evenShares(runs.map(\.changed.tokenCount), among: MatrixProduct.threadCount) else {
            return try finishingTogether(runs)
        }
        let ends = try MatrixProduct.withoutOwnThreads {
            try onAllCores(shares.count) { share in try finishingTogether(shares[share].map { runs[$0] }) }
        }
        var inOrder = [Tensor](repeating: Tensor(), count: runs.count)
        for (share, ends) in zip(shares, ends) {
            for (index, end) in zip(share, ends) { inOrder[index] = end }
        }
        return inOrder
    }

    /// With fewer tokens than this, a core spends more time on reading weights than on multiplying.
    private static let fewestTokens = 64

    /// Which runs each core takes, by their sizes; nil when the cores would not have equally much, or too little.
    private static func evenShares(_ tokenCounts: [Int], among cores: Int) -> [[Int]]? {
        var shares = [(runs: [Int], tokens: Int)](repeating: ([], 0), count: cores)
        for (run, tokens) in tokenCounts.enumerated() {
            guard let least = shares.indices.min(by: { shares[$0].tokens < shares[$1].tokens }) else { return nil }
            shares[least].runs.append(run)
            shares[least].tokens += tokens
        }
        let sizes = shares.map(\.tokens)
        guard cores > 1, let least = sizes.min(), let most = sizes.max() else { return nil }
        return least >= fewestTokens && 4 * most <= 5 * least ? shares.map(\.runs) : nil
    }
}
