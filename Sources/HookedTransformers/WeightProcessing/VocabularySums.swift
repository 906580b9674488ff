internal import SessionSafety
internal import TensorCore

/// What processing has to know of an unembedding by token before it can say what the matrix loses.
struct VocabularySums {
    /// Per token, ln_final.b · its row; zeros without a layer norm to fold.
    let shifts: [Double]
    /// Per token, the mean over m of its row times ln_final.w; zeros without a norm to fold that takes the mean off.
    let foldedMeans: [Double]
    /// Per token, the mean that its row has lost; zeros when the rows stay as they are.
    let rowMeans: [Double]
    /// Per m, the mean over the vocabulary of the rows as they were.
    let columnMeans: [Double]

    /// The sums of a table that stays as it is.
    init(of table: Tensor, norm: Norm64?) throws {
        if table.isAtHalfWidth {
            try self.init(VocabularyRows(shape: table.shape, halves: table, start: nil, target: nil, norm: norm))
            return
        }
        self = try table.withUnsafeFloats { values in
            try VocabularySums(VocabularyRows(shape: table.shape, start: values.baseAddress, target: nil, norm: norm))
        }
    }

    /// The sums of a table, whose rows lose their means on the way.
    init(centering table: inout Tensor, norm: Norm64?) throws {
        let shape = table.shape
        self = try table.withUnsafeMutableFloats { values in
            let start = values.count == shape[0] * shape[1] ? values.baseAddress : nil
            return try VocabularySums(
                VocabularyRows(shape: shape, start: UnsafePointer(start), target: start, norm: norm))
        }
    }

    private init(_ rows: VocabularyRows) throws {
        let (tokens, width, stretches) = (rows.shape[0], rows.shape[1], VocabularyRows.stretches)
        var perToken = [Double](repeating: 0, count: 3 * tokens)
        var columns = [Double](repeating: 0, count: stretches * width)
        try perToken.withUnsafeMutableBufferPointer { perToken in
            try columns.withUnsafeMutableBufferPointer { columns in
                guard let perToken = perToken.baseAddress, let columns = columns.baseAddress else { return }
                try rows.gather(perToken, columns: columns)
            }
        }
        shifts = Array(perToken[..<tokens])
        foldedMeans = Array(perToken[tokens..<2 * tokens])
        rowMeans = Array(perToken[(2 * tokens)...])
        let factors = [Double](repeating: 1 / Double(tokens), count: stretches)
        columnMeans = Matrix64(rows: stretches, columns: width, values: columns).weightedRowSum(factors[...])
    }
}

/// The rows of such a table, gone through once on all cores. Each thread writes the rows of its own stretch.
private struct VocabularyRows: @unchecked Sendable {
    /// Stretches whose number does not depend on the machine, so that neither do the sums.
    static let stretches = 16

    /// [d_vocab, d_model]
    let shape: [Int]
    /// The table, where it is kept at two bytes a number.
    var halves: Tensor?
    let start: UnsafePointer<Float>?
    /// Where the centred rows go; nil when nobody wants them.
    let target: UnsafeMutablePointer<Float>?
    let norm: Norm64?

    /// Writes shifts, folded means and means per token, and the sums of each stretch's columns.
    func gather(_ perToken: UnsafeMutablePointer<Double>, columns: UnsafeMutablePointer<Double>) throws {
        // Each stretch has tokens and columns of its own, and reads what nobody writes.
        nonisolated(unsafe) let (perToken, columns, first) = (perToken, columns, start)
        guard first != nil || halves != nil else { return }
        let (tokens, width) = (shape[0], shape[1])
        _ = try onAllCores(Self.stretches) { stretch in
            try withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { room in
                guard let room = room.baseAddress else { return }
                for token in (tokens * stretch / Self.stretches)..<(tokens * (stretch + 1) / Self.stretches) {
                    if token & 0xFF == 0 { try Interruption.check() }
                    let row = first.map { $0 + token * width } ?? UnsafePointer(room)
                    halves?.copyRow(token, to: room)
                    Row64.add(row, to: columns + stretch * width, width)
                    if let norm {
                        let (folded, shift) = Row64.dots(row, norm.gain, norm.bias)
                        perToken[token] = shift
                        perToken[tokens + token] = norm.takesMeanOff ? folded / Double(width) : 0
                    }
                    if let target {
                        perToken[2 * tokens + token] = Row64.center(row, into: target + token * width, width)
                    }
                }
            }
        }
    }
}
