internal import SessionSafety

extension Tensor {
    /// Where the mask is true the first tensor's elements, elsewhere the second's; all three are stretched to one shape.
    ///
    /// ```swift
    /// let kept = Tensor.where(pattern .> 0.1, pattern, 0)
    /// ```
    public static func `where`(_ mask: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
        orFault {
            let dtype = DType.promoted(a.dtype, b.dtype)
            let shape = try Shape.broadcast(
                mask.shape, Shape.broadcast(a.shape, b.shape, "where"), "where")
            let conditions = try mask.asType(.bool).stretched(to: shape, "where")
            let (x, y) = (
                try a.asType(dtype).stretched(to: shape, "where"), try b.asType(dtype).stretched(to: shape, "where")
            )
            if let chosen = recorded(
                "where", x, y, { try choose(conditions, $0, $1, Float.self) },
                { g, _, _, _ in Tensor.where(conditions, g, 0) }, { g, _, _, _ in Tensor.where(conditions, 0, g) })
            {
                return chosen
            }
            return switch dtype {
            case .float32: try choose(conditions, x, y, Float.self)
            case .int64: try choose(conditions, x, y, Int.self)
            case .bool: try choose(conditions, x, y, Truth.self)
            }
        }
    }

    private static func choose<E: TensorElement>(_ mask: Tensor, _ a: Tensor, _ b: Tensor, _: E.Type) throws -> Tensor {
        let (conditions, x, y) = (mask.elements(Truth.self), a.elements(E.self), b.elements(E.self))
        return try withExtendedLifetime((mask.storage, a.storage, b.storage)) {
            try filled(mask.shape, E.self) { out in
                try forEachPiece(out.count) { for i in $0 { out[i] = conditions[i].value ? x[i] : y[i] } }
            }
        }
    }

    /// Picks along axis `dim` the elements that `index` names, as PyTorch's `gather`.
    ///
    /// ```swift
    /// let answers = finalLogits.gather(dim: -1, index: answerTokens)     // [batch, 2] of [batch, d_vocab]
    /// ```
    /// `index` has as many axes as this tensor, and is nowhere longer than it except along `dim`.
    public func gather(dim: Int, index: Tensor) -> Tensor {
        Tensor.orFault {
            if ndim == 0 { return try withAxis([dim], "gather") { try $0.gatherAsVector(index) } }
            let axis = try Shape.axis(dim, shape, "gather")
            guard index.dtype == .int64 else { throw TensorError.badIndexType(index.dtype) }
            guard index.ndim == ndim, shape.indices.allSatisfy({ $0 == axis || index.shape[$0] <= shape[$0] }) else {
                throw TensorError.shapeMismatch(operation: "gather", left: shape, right: index.shape)
            }
            if let place = gradientPlace { return try gatherRecorded(axis, index, place) }
            if isWaiting, try index.areIndices(below: shape[axis]),
                let later = Tensor.lazy(
                    index.shape, from: self, compute: { [self] in gather(dim: dim, index: index) })
            {
                return later
            }
            if axis == ndim - 1, let part = try gatherLazyProduct(index) { return part }
            return switch dtype {
            case .float32: try gather(axis, index, Float.self)
            case .int64: try gather(axis, index, Int.self)
            case .bool: try gather(axis, index, Truth.self)
            }
        }
    }

    /// The same with its rule: every gradient goes to where its element was taken.
    private func gatherRecorded(_ axis: Int, _ index: Tensor, _ place: GradientPlace) throws -> Tensor {
        let result = try Fault.catching { detach().gather(dim: axis, index: index) }
        guard result.count > 0 else { return result }
        let plan = try IndexPlan(gathering: index, axis: axis, of: shape)
        return try result.tracked(on: place.node.tape) { sum, range in
            try place.add(sum.dense().stretch(range), at: plan)
        }
    }

    /// Whether all of these integers are positions on an axis of that length, counted from either end.
    func areIndices(below length: Int) throws -> Bool {
        try withUnsafeInts { places in
            var areIndices = true
            try forEachPiece(places.count) {
                for i in $0 where places[i] < -length || places[i] >= length { areIndices = false }
            }
            return areIndices
        }
    }

    /// `gather` of a single number, seen as a tensor of shape [1].
    private func gatherAsVector(_ index: Tensor) throws -> Tensor {
        guard index.ndim < 2 else {
            throw TensorError.shapeMismatch(operation: "gather", left: [], right: index.shape)
        }
        let places = index.ndim == 0 ? try index.renamed(to: [1]) : index
        return try gather(dim: 0, index: places).renamed(to: index.shape)
    }

    private func gather<E: TensorElement>(_ axis: Int, _ index: Tensor, _: E.Type) throws -> Tensor {
        let strides = Shape.strides(shape)
        var outer = strides
        outer[axis] = 0
        let (source, places) = (elements(E.self), index.elements(Int.self))
        let (length, width) = (shape[axis], index.shape.last ?? 1)
        let step = axis == ndim - 1 ? 0 : 1
        return try withExtendedLifetime((storage, index.storage)) {
            try Tensor.filled(index.shape, E.self) { out in
                guard out.count > 0 else { return }
                try forEachRow(index.shape, outer, outer) { row, start, _ in
                    try forEachStretch(width) {
                        for i in $0 {
                            let given = places[row * width + i]
                            let place = given < 0 ? given &+ length : given
                            guard place >= 0, place < length else {
                                throw TensorError.indexOutOfRange(index: given, axis: axis, shape: shape)
                            }
                            out[row * width + i] = source[start + i * step + place * strides[axis]]
                        }
                    }
                }
            }
        }
    }

    /// The given positions along an axis, all within it.
    func gathering(axis: Int, _ positions: [Int]) throws -> Tensor {
        try gathering(axis, Tensor.holding(positions, [positions.count]))
    }

    private func gathering(_ axis: Int, _ positions: Tensor) throws -> Tensor {
        var indices = [TensorIndexOperation](repeating: .slice(start: 0, end: nil, step: 1), count: axis)
        indices.append(.gather(positions))
        return try read(IndexPlan(indices, shape: shape))
    }

    /// The given positions along an axis, PyTorch's `index_select`.
    ///
    /// `t.indexSelect(dim: 0, index: rows)` of [8, 5] and [3] is [3, 5].
    public func indexSelect(dim: Int, index: Tensor) -> Tensor {
        Tensor.orFault {
            guard index.dtype == .int64 else { throw TensorError.badIndexType(index.dtype) }
            guard index.ndim < 2 else {
                throw TensorError.badRank(
                    operation: "indexSelect", shape: index.shape, expected: "an index of one axis")
            }
            if ndim == 0 { return try withAxis([dim], "indexSelect") { try $0.gatherAsVector(index).renamed(to: []) } }
            let axis = try Shape.axis(dim, shape, "indexSelect")
            return try gathering(axis, index.ndim == 0 ? index.renamed(to: [1]) : index)
        }
    }

    /// The matrix with what lies above diagonal `k` set to 0: `Tensor.ones([3, 3]).tril()` is [3, 3].
    public func tril(_ k: Int = 0) -> Tensor { triangle("tril") { $1 <= $0 &+ k } }

    /// The matrix with what lies below diagonal `k` set to 0: `Tensor.ones([3, 3]).triu(1)` is [3, 3].
    public func triu(_ k: Int = 0) -> Tensor { triangle("triu") { $1 >= $0 &+ k } }

    private func triangle(_ operation: String, _ isKept: (_ row: Int, _ column: Int) -> Bool) -> Tensor {
        Tensor.orFault {
            guard ndim >= 2 else {
                throw TensorError.badRank(operation: operation, shape: shape, expected: "at least two axes")
            }
            guard count > 0 else { return self }
            let (rows, columns) = (shape[ndim - 2], shape[ndim - 1])
            let mask = try Tensor.filled([rows, columns], Truth.self) { elements in
                try forEachPiece(elements.count) {
                    for i in $0 { elements[i] = Truth(isKept(i / columns, i % columns)) }
                }
            }
            return Tensor.where(mask, self, Tensor.zeros([], dtype: dtype))
        }
    }

    /// The diagonal of two axes, the last two unless others are named, as the result's last axis.
    ///
    /// ```swift
    /// pattern.diagonal(offset: 1 - length)      // [batch, head, position]: where an induction head looks
    /// ```
    /// - Parameter offset: which diagonal: above the main one where positive, below it where negative.
    public func diagonal(offset: Int = 0, dim1: Int = -2, dim2: Int = -1) -> Tensor {
        Tensor.orFault {
            guard ndim >= 2 else {
                throw TensorError.badRank(operation: "diagonal", shape: shape, expected: "at least two axes")
            }
            let (row, column) = (
                try Shape.axis(dim1, shape, "diagonal"), try Shape.axis(dim2, shape, "diagonal")
            )
            guard row != column else { throw TensorError.badPermutation(axes: [dim1, dim2], shape: shape) }
            let strides = Shape.strides(shape)
            let (rows, columns) = (shape[row], shape[column])
            let skipped = Int(clamping: offset.magnitude)
            let length =
                offset < 0
                ? Swift.min(rows - Swift.min(rows, skipped), columns)
                : Swift.min(rows, columns - Swift.min(columns, skipped))
            let others = shape.indices.filter { $0 != row && $0 != column }
            return try strided(
                others.map { shape[$0] } + [length], others.map { strides[$0] } + [strides[row] + strides[column]],
                from: length == 0 ? 0 : skipped * strides[offset < 0 ? row : column])
        }
    }
}
