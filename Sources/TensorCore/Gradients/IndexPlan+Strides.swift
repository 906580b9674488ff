extension IndexPlan {
    /// The elements that strides show from element `base` on.
    init(shape: [Int], strides: [Int], base: Int) throws {
        self.init()
        self.base = base
        try set(shape, zip(shape, strides).map { Group(count: $0, offsets: .stride($1)) })
    }

    /// The elements that `gather` along `axis` picks from a tensor of `source`; the index has been checked.
    init(gathering index: Tensor, axis: Int, of source: [Int]) throws {
        self.init()
        let strides = Shape.strides(source)
        var places = [Int](repeating: 0, count: index.count)
        var outer = strides
        outer[axis] = 0
        let (length, width) = (source[axis], index.shape.last ?? 1)
        let step = axis == source.count - 1 ? 0 : 1
        try index.withUnsafeInts { given in
            try forEachRow(index.shape, outer, outer) { row, start, _ in
                for i in 0..<width {
                    let place = given[row * width + i]
                    places[row * width + i] = start + i * step + (place < 0 ? place + length : place) * strides[axis]
                }
            }
        }
        try set([index.count], [Group(count: index.count, offsets: .table(places))])
    }
}
