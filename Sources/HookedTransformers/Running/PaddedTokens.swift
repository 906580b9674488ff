internal import TensorCore

/// Token ids in a rectangle, before they are checked against a model.
struct PaddedTokens {
    /// Row by row.
    let ids: [Int]
    let rows: Int
    let positions: Int
    /// Which are real, where filling up is what made the rectangle.
    let mask: [Bool]?

    /// Rows that are filled up with `padding` at `side` where they are unequal.
    /// - Throws: ``ModelError/unequalLengths(_:)`` when no side is given.
    init(_ rows: [[Int]], side: PaddingSide?, padding: Int) throws {
        let lengths = rows.map(\.count)
        let longest = lengths.max() ?? 0
        if let empty = lengths.firstIndex(of: 0) { throw ModelError.emptyPrompt(row: rows.count == 1 ? nil : empty) }
        self.rows = rows.count
        positions = longest
        guard lengths.contains(where: { $0 != longest }) else {
            ids = rows.flatMap { $0 }
            mask = nil
            return
        }
        guard let side else { throw ModelError.unequalLengths(lengths) }
        ids = rows.flatMap { Self.filledUp($0, padding, to: longest, side) }
        mask = rows.flatMap { Self.filledUp($0.map { _ in true }, false, to: longest, side) }
    }

    /// The ids in a tensor of shape [position] or [batch, position].
    init(_ tensor: Tensor) throws {
        guard tensor.ndim == 1 || tensor.ndim == 2 else { throw ModelError.badTokenShape(tensor.shape) }
        guard tensor.dtype == .int64 else { throw ModelError.tokensNotIntegers(dtype: "\(tensor.dtype)") }
        // Very many rows without a token are no prompts, but memory for each.
        guard tensor.count > 0 || tensor.shape[0] <= 1000 else { throw ModelError.badTokenShape(tensor.shape) }
        ids = try tensor.ints()
        rows = tensor.ndim == 1 ? 1 : tensor.shape[0]
        positions = tensor.shape[tensor.ndim - 1]
        mask = nil
    }

    static func filledUp<Element>(
        _ row: [Element], _ padding: Element, to length: Int, _ side: PaddingSide
    ) -> [Element] {
        let fill = [Element](repeating: padding, count: max(0, length - row.count))
        return side == .left ? fill + row : row + fill
    }
}

extension PaddedTokens {
    /// `mask` as the caller gave it: nonzero where a token is real.
    func checked(_ mask: Tensor) throws -> [Bool] {
        try Self.checked(mask, rows: rows, positions: positions)
    }

    /// The same for tokens of `rows` and `positions`.
    static func checked(_ mask: Tensor, rows: Int, positions: Int) throws -> [Bool] {
        let isOneRow = rows == 1 && mask.shape == [positions]
        guard mask.shape == [rows, positions] || isOneRow else {
            throw ModelError.badMaskShape(expected: [rows, positions], found: mask.shape)
        }
        return mask.withUnsafeFloats { $0.map { $0 != 0 } }
    }

    /// TransformerLens's rule: the padding tokens that a row begins with are masked, but for the last of them where it
    /// is the BOS.
    func leftPaddingMask(pad: Int, keepsBOS: Bool) -> [Bool] {
        (0..<rows).flatMap { index in
            let leading = self.row(index).prefix { $0 == pad }.count
            let masked = keepsBOS ? max(0, leading - 1) : leading
            return (0..<positions).map { $0 >= masked }
        }
    }

    /// Throws when some rows are filled up and nobody said so: their last position, or all of their positions, would not
    /// mean what they seem to.
    ///
    /// A token that ends texts and only stands in for padding may end a row that was cut from documents, or begin one
    /// behind its BOS: that is no padding. One more at either side is how no text looks.
    /// - Parameters:
    ///   - isOwn: whether `pad` is nothing but padding.
    ///   - filledUp: the rows of which it is known.
    func refuseUnequalPadding(pad: Int, isOwn: Bool, filledUp: FilledUpRows) throws {
        guard rows > 1 else { return }
        let known = (0..<rows).map { filledUp.side(of: row($0)) }
        for side in [PaddingSide.right, .left] {
            let counts = (0..<rows).map { paddingCount(row($0), pad, side) }
            let least = isOwn || known.contains(side) ? 1 : side == .right ? 2 : 3
            guard let most = counts.max(), let row = counts.firstIndex(of: most), most >= least, counts.min() != most
            else { continue }
            throw ModelError.looksPadded(row: row, count: most, side: side)
        }
    }

    private func paddingCount(_ row: ArraySlice<Int>, _ pad: Int, _ side: PaddingSide) -> Int {
        side == .left ? row.prefix { $0 == pad }.count : row.reversed().prefix { $0 == pad }.count
    }

    private func row(_ index: Int) -> ArraySlice<Int> { ids[(index * positions)..<((index + 1) * positions)] }
}
