/// The checked token ids of one run.
struct TokenBatch: Sendable, Hashable {
    /// Row by row, `rows` · `positions` of them.
    let ids: [Int]
    let rows: Int
    let positions: Int
    /// Which tokens are real, in the layout of `ids`; nil when all are.
    let mask: [Bool]?

    /// Checks `ids` against the model's bounds.
    /// - Throws: ``ModelError`` that says which row and position, and the bounds.
    init(ids: [Int], rows: Int, positions: Int, mask: [Bool]?, cfg: HookedTransformerConfig) throws {
        guard rows > 0 else { throw ModelError.emptyPrompt(row: nil) }
        guard positions > 0 else { throw ModelError.emptyPrompt(row: rows == 1 ? nil : 0) }
        try cfg.checkLength(positions)
        if let index = ids.firstIndex(where: { !(0..<cfg.dVocab).contains($0) }) {
            throw ModelError.unknownToken(
                ids[index], row: index / positions, position: index % positions, dVocab: cfg.dVocab)
        }
        self.ids = ids
        self.rows = rows
        self.positions = positions
        self.mask = mask
    }

    /// Tokens of which only the residual stream is known.
    /// - Throws: ``ModelError`` when there are none, or more than the model takes.
    init(residualOf rows: Int, positions: Int, mask: [Bool]?, cfg: HookedTransformerConfig) throws {
        guard rows > 0, positions > 0 else { throw ModelError.emptyPrompt(row: nil) }
        try cfg.checkLength(positions)
        (ids, self.rows, self.positions, self.mask) = ([], rows, positions, mask)
    }

    /// The number of tokens.
    var count: Int { rows * positions }

    /// At how many positions all prompts begin as those of `other` do; 0 where their number, lengths or padding differ.
    func sharedStart(with other: TokenBatch) -> Int {
        let isAlike = rows == other.rows && positions == other.positions && mask == other.mask
        guard isAlike, ids.count == count, other.ids.count == count else { return 0 }
        let starts = (0..<rows).map { row in
            let first = row * positions
            return (0..<positions).first { ids[first + $0] != other.ids[first + $0] } ?? positions
        }
        return starts.min() ?? 0
    }

    /// The ids of the positions from `first` on, row by row.
    func ids(from first: Int) -> [Int] {
        (0..<rows).flatMap { ids[($0 * positions + first)..<(($0 + 1) * positions)] }
    }
}
