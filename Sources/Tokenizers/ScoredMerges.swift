/// Merges of a vocabulary without a list of them: any two neighbours whose texts together are a token, the highest score
/// first.
struct ScoredMerges: PairMerging {
    private let table: VocabularyTable
    /// How many different scores are higher than a token's, by its id; −1 for one that no merge makes.
    private let ranks: [Int32]

    /// - Throws: ``TokenizerError`` for a score that is no number.
    init(_ table: VocabularyTable, _ tables: TokenTables) throws {
        self.table = table
        if let id = tables.scores.firstIndex(where: \.isNaN) {
            throw tables.malformed("a number for each token under \"tokenizer.ggml.scores\"", "none for token \(id)")
        }
        var order: [Double: Int32] = [:]
        for score in Set(tables.scores).sorted(by: >) { order[score] = Int32(order.count) }
        ranks = try tables.scores.enumerated().map { id, score in
            try tables.kind(of: id) == .normal ? order[score] ?? -1 : -1
        }
    }

    func merge(_ left: Int32, _ right: Int32) -> BytePairMerges.Merge? {
        guard let first = table.bytes(of: Int(left)), let second = table.bytes(of: Int(right)),
            let id = table.id(of: (Array(first) + second)[...]), ranks[Int(id)] >= 0
        else { return nil }
        return BytePairMerges.Merge(rank: ranks[Int(id)], result: id)
    }
}
