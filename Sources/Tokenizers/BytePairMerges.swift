/// The merges of a vocabulary: which neighbours become one token, and in which order.
struct BytePairMerges: PairMerging {
    /// Rank and result by pair of token ids.
    private var table: [UInt64: Merge] = [:]

    struct Merge: Sendable {
        let rank: Int32
        let result: Int32
    }

    init(capacity: Int) { table.reserveCapacity(capacity) }

    /// The number of merges that were added.
    private(set) var count = 0

    /// Adds the next merge; of two with the same pair the first one counts.
    mutating func add(_ left: Int32, _ right: Int32, result: Int32) {
        let merge = Merge(rank: Int32(truncatingIfNeeded: count), result: result)
        count += 1
        let first = table.updateValue(merge, forKey: Self.key(left, right))
        if let first { table[Self.key(left, right)] = first }
    }

    func merge(_ left: Int32, _ right: Int32) -> Merge? { table[Self.key(left, right)] }

    private static func key(_ left: Int32, _ right: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    }
}
