internal import SessionSafety

extension FactoredMatrix {
    /// A part of the product, which stays factored: indices name the leading axes, then rows, then columns.
    ///
    /// ```swift
    /// model.OV[5, 1]                          // the circuit of head L5H1, [d_model, d_model]
    /// model.OV[5, 1, 0..<10]                  // its first ten rows, [10, d_model]
    /// circuit[[1, 2], [3, 4, 5]].AB           // two rows and three columns, [2, 3]
    /// ```
    /// A single row or column stays an axis of length 1, as in TransformerLens; lists of rows and columns are picked
    /// independently of each other.
    public subscript(_ indices: any TensorIndex...) -> FactoredMatrix { self[indices: indices.map(\.tensorIndex)] }

    /// The same with indices in a list: `model.OV[indices: [.pick(5), .pick(1)]]`.
    public subscript(indices indices: [TensorIndexOperation]) -> FactoredMatrix {
        do { return try Fault.catching { try part(indices) } } catch { return Fault.raise(error, returning: self) }
    }

    private func part(_ indices: [TensorIndexOperation]) throws -> FactoredMatrix {
        let parts = try parts(of: indices)
        let leading = parts.leading + [.ellipsis]
        let (left, right) = (A[indices: leading], B[indices: leading])
        try Fault.throwIfRaised()
        return FactoredMatrix(
            try parts.row.map {
                left[indices: [.ellipsis, try picked($0, axis: ndim - 2), .slice(start: 0, end: nil, step: 1)]]
            } ?? left,
            try parts.column.map { right[indices: [.ellipsis, try picked($0, axis: ndim - 1)]] } ?? right)
    }

    /// The indices of the stack, of the rows and of the columns, with an ellipsis written out.
    private func parts(
        of indices: [TensorIndexOperation]
    ) throws -> (leading: [TensorIndexOperation], row: TensorIndexOperation?, column: TensorIndexOperation?) {
        let used = indices.reduce(0) { $0 + Self.axes($1) }
        guard used <= ndim else { throw TensorError.tooManyIndices(given: used, shape: shape) }
        let rest = [TensorIndexOperation](repeating: .slice(start: 0, end: nil, step: 1), count: ndim - used)
        let written = indices.enumerated().filter { $1.isEllipsis }.map(\.offset)
        guard written.count < 2 else { throw TensorError.twoEllipses }
        let whole = written.first.map { Array(indices[..<$0]) + rest + indices[($0 + 1)...] } ?? indices
        var (leading, matrix, axis) = ([TensorIndexOperation](), [TensorIndexOperation](), 0)
        for index in whole {
            let next = axis + Self.axes(index)
            guard axis >= ndim - 2 ? next == axis + 1 : next <= ndim - 2 else {
                throw TensorError.badRank(
                    operation: "FactoredMatrix", shape: shape,
                    expected: "new axes in front of rows and columns, and masks of one of the two")
            }
            if axis < ndim - 2 { leading.append(index) } else { matrix.append(index) }
            axis = next
        }
        return (leading, matrix.first, matrix.dropFirst().first)
    }

    /// How many axes an index stands for; an ellipsis for none that others leave over.
    private static func axes(_ index: TensorIndexOperation) -> Int {
        switch index {
        case .remaining, .inserted: 0
        case .gather(let tensor) where tensor.dtype == .bool: tensor.ndim
        default: 1
        }
    }

    /// An index of rows or columns that keeps the axis.
    private func picked(_ index: TensorIndexOperation, axis: Int) throws -> TensorIndexOperation {
        switch index {
        case .pick(let place):
            let position = place < 0 ? place &+ shape[axis] : place
            guard position >= 0, position < shape[axis] else {
                throw TensorError.indexOutOfRange(index: place, axis: axis, shape: shape)
            }
            return .slice(start: position, end: position + 1, step: 1)
        case .gather(let tensor) where tensor.ndim != 1:
            guard tensor.ndim == 0, tensor.dtype == .int64 else {
                throw TensorError.badRank(
                    operation: "FactoredMatrix", shape: tensor.shape, expected: "an index of one axis")
            }
            return .gather(tensor.reshaped([1]))
        default:
            return index
        }
    }
}

extension TensorIndexOperation {
    fileprivate var isEllipsis: Bool {
        if case .remaining = self { true } else { false }
    }
}
