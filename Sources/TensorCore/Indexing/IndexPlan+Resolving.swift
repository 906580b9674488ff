internal import SessionSafety

extension IndexPlan {
    /// Works out what `indices` name in a tensor of `shape`; every bound is checked here and nowhere else.
    init(_ indices: [TensorIndexOperation], shape source: [Int]) throws {
        let strides = Shape.strides(source)
        let operations = try Self.completed(indices, source)
        var gathers: [(table: Tensor, stride: Int)] = []
        var gatherPlace: Int?
        var isApart = false
        var previousWasGather = false
        var parts: [(length: Int, group: Group)] = []
        var axis = 0
        for operation in operations {
            var isGather = false
            switch operation {
            case .pick(let index):
                base += try Self.position(index, axis, source) * strides[axis]
                axis += 1
                isGather = previousWasGather
            case .slice, .closed:
                let (start, length, step) = try Self.bounds(operation, axis, source)
                base += start * strides[axis]
                parts.append((length, Group(count: length, offsets: .stride(step * strides[axis]))))
                axis += 1
            case .inserted:
                parts.append((1, Group(count: 1, offsets: .stride(0))))
            case .gather(let index):
                if index.dtype == .bool, index.ndim == 0 {
                    // A truth value for all: an axis of length 1 where it is true, and of length 0 where it is not.
                    gathers.append((try index.nonzeroPlaces(), 0))
                }
                for list in try Self.lists(index, axis, source) {
                    gathers.append((try Self.positions(list, axis, source), strides[axis]))
                    axis += 1
                }
                if let place = gatherPlace, !previousWasGather || place != parts.count { isApart = true }
                gatherPlace = gatherPlace ?? parts.count
                isGather = true
            case .remaining:
                break
            }
            previousWasGather = isGather
        }
        try join(parts, gathers, at: isApart ? 0 : gatherPlace)
    }

    /// Puts the gathered axes, stretched to a common shape, in their place among the others.
    private mutating func join(
        _ parts: [(length: Int, group: Group)], _ gathers: [(table: Tensor, stride: Int)], at place: Int?
    ) throws {
        var (shape, groups) = (parts.map(\.length), parts.map(\.group))
        guard let place else { return try set(shape, groups) }
        var common: [Int] = []
        for gather in gathers { common = try Shape.broadcast(common, gather.table.shape, "indexing") }
        shape.insert(contentsOf: common, at: place)
        _ = try Shape.count(shape)
        let offsets = try Self.offsets(gathers, common)
        groups.insert(Group(count: offsets.count, offsets: .table(offsets)), at: place)
        try set(shape, groups)
    }

    /// What the gathered axes add to the offset, for each place of their common shape.
    private static func offsets(_ gathers: [(table: Tensor, stride: Int)], _ common: [Int]) throws -> [Int] {
        let count = try Shape.count(common)
        try TensorError.checkMemory(count, of: MemoryLayout<Int>.stride)
        var offsets = [Int](repeating: 0, count: count)
        try offsets.withUnsafeMutableBufferPointer { offsets in
            for gather in gathers {
                let table = try gather.table.stretched(to: common, "indexing")
                let places = table.elements(Int.self)
                try withExtendedLifetime(table.storage) {
                    try forEachPiece(count) { for i in $0 { offsets[i] += places[i] * gather.stride } }
                }
            }
        }
        return offsets
    }

    /// The indices with the ellipsis written out and the missing ones at the end added.
    private static func completed(
        _ indices: [TensorIndexOperation], _ shape: [Int]
    ) throws(TensorError) -> [TensorIndexOperation] {
        var used = 0
        var ellipses: [Int] = []
        for (place, index) in indices.enumerated() {
            switch index {
            case .remaining: ellipses.append(place)
            case .inserted: break
            case .gather(let tensor) where tensor.dtype == .bool: used += tensor.ndim
            default: used += 1
            }
        }
        guard ellipses.count <= 1 else { throw .twoEllipses }
        guard used <= shape.count else { throw .tooManyIndices(given: used, shape: shape) }
        let rest = [TensorIndexOperation](
            repeating: .slice(start: 0, end: nil, step: 1), count: shape.count - used)
        guard let place = ellipses.first else { return indices + rest }
        return indices[..<place] + rest + indices[(place + 1)...]
    }

    private static func position(_ index: Int, _ axis: Int, _ shape: [Int]) throws(TensorError) -> Int {
        let position = index < 0 ? index &+ shape[axis] : index
        guard position >= 0, position < shape[axis] else {
            throw .indexOutOfRange(index: index, axis: axis, shape: shape)
        }
        return position
    }

    /// Start, length and step of a slice. As in Python and mlx, bounds beyond the end of the axis stop at its end.
    private static func bounds(
        _ slice: TensorIndexOperation, _ axis: Int, _ shape: [Int]
    ) throws(TensorError) -> (start: Int, length: Int, step: Int) {
        let length = shape[axis]
        switch slice {
        case .closed(let start, let end):
            let upper = end == -1 || end == Int.max ? length : end + 1
            return try bounds(.slice(start: start, end: upper, step: 1), axis, shape)
        case .slice(let start, let end, let step):
            guard step != 0 else { throw .zeroStride }
            let first = clip(start ?? (step > 0 ? 0 : length - 1), length, step)
            let last = end.map { clip($0, length, step) } ?? (step > 0 ? length : -1)
            let distance = step > 0 ? last - first : first - last
            guard distance > 0 else { return (0, 0, 1) }
            let size = Int(clamping: step.magnitude)
            return (first, (distance - 1) / size + 1, distance <= size ? 1 : step)
        default:
            return (0, length, 1)
        }
    }

    private static func clip(_ bound: Int, _ length: Int, _ step: Int) -> Int {
        let bound = bound < 0 ? bound &+ length : bound
        return step > 0 ? min(max(bound, 0), length) : min(max(bound, -1), length - 1)
    }

    /// The index lists that a gathering index stands for: itself, or the positions at which a mask is true.
    private static func lists(_ index: Tensor, _ axis: Int, _ shape: [Int]) throws -> [Tensor] {
        guard index.dtype == .bool else {
            guard index.dtype == .int64 else { throw TensorError.badIndexType(index.dtype) }
            return [index]
        }
        guard axis + index.ndim <= shape.count, Array(shape[axis..<axis + index.ndim]) == index.shape else {
            throw TensorError.maskMismatch(mask: index.shape, shape: shape)
        }
        return try index.nonzeroPositions()
    }

    private static func positions(_ list: Tensor, _ axis: Int, _ shape: [Int]) throws -> Tensor {
        try list.mapElements(Int.self) { try position($0, axis, shape) }
    }
}

extension Tensor {
    /// For each axis the positions of the elements that aren't zero.
    func nonzeroPositions() throws -> [Tensor] {
        let strides = Shape.strides(shape)
        let places = try nonzeroPlaces()
        return try shape.indices.map { axis in
            try places.mapElements(Int.self) { $0 / strides[axis] % shape[axis] }
        }
    }

    /// The places of the elements that aren't zero, counted in row-major order: [count]
    func nonzeroPlaces() throws -> Tensor {
        let mask = try converted(to: .bool)
        let truths = mask.elements(Truth.self)
        return try withExtendedLifetime(mask.storage) {
            var found = 0
            try forEachPiece(count) { for i in $0 where truths[i].value { found += 1 } }
            return try Tensor.filled([found], Int.self) { out in
                var next = 0
                try forEachPiece(count) {
                    for i in $0 where truths[i].value {
                        out[next] = i
                        next += 1
                    }
                }
            }
        }
    }
}
