/// Which neighbours become one token, and in which order.
protocol PairMerging: Sendable {
    /// What two neighbours become; nil where they stay two.
    func merge(_ left: Int32, _ right: Int32) -> BytePairMerges.Merge?
}

extension PairMerging {
    /// Merges `symbols`, the ids of a word's bytes, until no merge applies; n·log n in the length of the word.
    func apply(to symbols: [Int32]) -> [Int32] {
        symbols.count < 2 ? symbols : WordMerger(symbols, self).merged()
    }
}
