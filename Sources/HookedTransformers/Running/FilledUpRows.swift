/// The rows of tokens that `toTokens` has filled up, by their hashes.
///
/// Where the token that ends a text stands in for padding, a row does not show whether it was filled up or ends so. Of its
/// own rows a model knows.
struct FilledUpRows {
    private var sides: [Int: PaddingSide] = [:]

    /// More are forgotten all at once; nobody has so many rows in hand.
    private static let most = 1 << 16

    mutating func remember(_ row: [Int], _ side: PaddingSide) {
        if sides.count >= Self.most { sides = [:] }
        sides[row.hashValue] = side
    }

    /// Where `row` was filled up, if it was.
    func side(of row: some Sequence<Int>) -> PaddingSide? { sides.isEmpty ? nil : sides[Array(row).hashValue] }
}
