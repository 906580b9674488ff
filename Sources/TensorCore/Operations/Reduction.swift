internal import CVectorKernels
internal import SessionSafety

/// A tensor seen as [outer, length, inner], whose middle is to be reduced.
struct Reduction {
    let tensor: Tensor
    let outer: Int
    let length: Int
    let inner: Int

    /// Sums in double precision, each made a float by `finish`.
    func doubles(_ finish: (Double) -> Float) throws -> Tensor {
        guard let source = tensor.elements(Float.self).baseAddress else { return Tensor() }
        return try withExtendedLifetime(tensor.storage) {
            try Tensor.filled([outer * inner], Float.self) { out in
                if out.isEmpty { return }
                if inner == 1 {
                    var pace = Pace()
                    for row in 0..<outer {
                        try pace.spend(1)
                        out[row] = finish(try Self.sum(source + row * length, length))
                    }
                } else {
                    try TensorError.checkMemory(inner, of: 8)
                    var sums = [Double](repeating: 0, count: inner)
                    for block in 0..<outer {
                        try addRows(source + block * length * inner, &sums)
                        for i in 0..<inner { out[block * inner + i] = finish(sums[i]) }
                    }
                }
            }
        }
    }

    /// Vector sums of short stretches, added up in double precision.
    private static func sum(_ values: UnsafePointer<Float>, _ count: Int) throws -> Double {
        var total = 0.0
        try forEachPiece(count) { piece in
            for start in stride(from: piece.lowerBound, to: piece.upperBound, by: 256) {
                total += Double(vk_sum(values + start, min(256, piece.upperBound - start)))
            }
        }
        return total
    }

    private func addRows(_ source: UnsafePointer<Float>, _ sums: inout [Double]) throws {
        try sums.withUnsafeMutableBufferPointer { sums in
            var pace = Pace()
            try forEachStretch(inner) { for i in $0 { sums[i] = 0 } }
            for row in 0..<length {
                try pace.spend(inner)
                try forEachStretch(inner) { for i in $0 { sums[i] += Double(source[row * inner + i]) } }
            }
        }
    }

    /// Exact sums of integers, or of truth values as 0 and 1.
    func integers() throws -> Tensor {
        let ints = try tensor.converted(to: .int64)
        let source = ints.elements(Int.self)
        return try withExtendedLifetime(ints.storage) {
            try Tensor.filled([outer * inner], Int.self) { out in
                var pace = Pace()
                for row in out.indices {
                    let first = row / inner * length * inner + row % inner
                    var sum = 0
                    try pace.spend(length + 1)
                    try forEachStretch(length) {
                        for i in $0 {
                            let (next, overflow) = sum.addingReportingOverflow(source[first + i * inner])
                            guard !overflow else { throw TensorError.integerOverflow(operation: "sum") }
                            sum = next
                        }
                    }
                    out[row] = sum
                }
            }
        }
    }

    /// Values and positions of what comes first by `isBefore`; the first of equal ones.
    func extremes<E: TensorElement>(_: E.Type, _ isBefore: (E, E) -> Bool) throws -> (values: Tensor, positions: Tensor)
    {
        let source = tensor.elements(E.self)
        let values = try Tensor.allocate([outer * inner], E.dtype)
        let positions = try Tensor.allocate([outer * inner], .int64)
        let (best, places) = (values.mutableElements(E.self), positions.mutableElements(Int.self))
        try withExtendedLifetime(tensor.storage) {
            var pace = Pace()
            for row in best.indices {
                let first = row / inner * length * inner + row % inner
                var (value, place) = (source[first], 0)
                try pace.spend(length)
                try forEachStretch(length) {
                    for i in $0 where isBefore(source[first + i * inner], value) {
                        (value, place) = (source[first + i * inner], i)
                    }
                }
                (best[row], places[row]) = (value, place)
            }
        }
        return (values, positions)
    }
}

extension Tensor {
    /// Brings the axes `dims` together, reduces them, and gives the result its shape.
    func reduced(
        _ dims: [Int], _ keepdim: Bool, _ operation: String, _ reduce: (Reduction) throws -> Tensor
    ) -> Tensor {
        Tensor.orFault {
            let parts = try reduction(dims, operation)
            return try reduce(parts).renamed(to: reducedShape(dims, keepdim, operation))
        }
    }

    func extremes(
        _ dims: [Int], _ keepdim: Bool, _ operation: String, isMax: Bool
    ) -> (values: Tensor, positions: Tensor) {
        Tensor.orFault(returning: (Tensor(), Tensor())) {
            let parts = try reduction(dims, operation)
            guard parts.length > 0 else {
                throw TensorError.emptyReduction(operation: operation, shape: shape)
            }
            let shape = try reducedShape(dims, keepdim, operation)
            let found = try parts.extremes(isMax: isMax)
            return (try found.values.renamed(to: shape), try found.positions.renamed(to: shape))
        }
    }

    /// What a reduction gives when it is read, where this tensor waits.
    func lazily(
        _ dims: [Int], _ keepdim: Bool, _ operation: String, _ reduce: @escaping @Sendable (Tensor) -> Tensor
    ) -> Tensor? {
        guard isWaiting else { return nil }
        return Tensor.lazy(try? reducedShape(dims, keepdim, operation), from: self) { [self] in reduce(self) }
    }

    private func reducedShape(_ dims: [Int], _ keepdim: Bool, _ operation: String) throws -> [Int] {
        if ndim == 0, dims == [0] || dims == [-1] { return [] }
        if dims.isEmpty { return keepdim ? shape.map { _ in 1 } : [] }
        let axes = Set(try dims.map { dim throws(TensorError) in try Shape.axis(dim, shape, operation) })
        return shape.indices.compactMap { axes.contains($0) ? (keepdim ? 1 : nil) : shape[$0] }
    }

    private func reduction(_ dims: [Int], _ operation: String) throws -> Reduction {
        // A single number is reduced along dim 0 or -1 to itself, as in PyTorch.
        if ndim == 0, dims == [0] || dims == [-1] { return try renamed(to: [1]).reduction([0], operation) }
        let axes = try dims.map { dim throws(TensorError) in try Shape.axis(dim, shape, operation) }.sorted()
        guard Set(axes).count == axes.count else { throw TensorError.badPermutation(axes: dims, shape: shape) }
        guard let first = axes.first, let last = axes.last else {
            return Reduction(tensor: self, outer: 1, length: count, inner: 1)
        }
        if last - first == axes.count - 1 {
            let inner = shape[(last + 1)...].reduce(1, *)
            let length = shape[first...last].reduce(1, *)
            return Reduction(tensor: self, outer: shape[..<first].reduce(1, *), length: length, inner: inner)
        }
        let kept = shape.indices.filter { !axes.contains($0) }
        let length = axes.map { shape[$0] }.reduce(1, *)
        let outer = kept.map { shape[$0] }.reduce(1, *)
        return Reduction(tensor: try reordered(kept + axes), outer: outer, length: length, inner: 1)
    }
}

extension Reduction {
    fileprivate func extremes(isMax: Bool) throws -> (values: Tensor, positions: Tensor) {
        switch tensor.dtype {
        case .float32:
            // NaN wins over everything, and the first NaN over later ones.
            isMax
                ? try extremes(Float.self) { $0 > $1 || ($0.isNaN && !$1.isNaN) }
                : try extremes(Float.self) { $0 < $1 || ($0.isNaN && !$1.isNaN) }
        case .int64: isMax ? try extremes(Int.self) { $0 > $1 } : try extremes(Int.self) { $0 < $1 }
        case .bool: isMax ? try extremes(Truth.self) { $0 > $1 } : try extremes(Truth.self) { $0 < $1 }
        }
    }
}
