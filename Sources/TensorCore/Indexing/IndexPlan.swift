/// Where the elements that a subscript names lie: a shape, and an offset for every position in it.
///
/// Reading and writing follow the same plan. Axes are kept in groups: an axis that is sliced has a stride, and
/// axes that are gathered together share a table of offsets.
struct IndexPlan {
    /// One or several axes of the result whose offset is worked out together.
    struct Group {
        enum Offsets {
            case stride(Int)
            case table([Int])
        }
        let count: Int
        let offsets: Offsets

        @inline(__always)
        func offset(_ i: Int) -> Int {
            switch offsets {
            case .stride(let stride): i * stride
            case .table(let table): table[i]
            }
        }
    }

    private(set) var shape: [Int] = []
    private(set) var groups: [Group] = []
    var base = 0
    /// How many elements are named.
    private(set) var count = 1

    /// Takes the axes' lengths and what they are made of, once they are known.
    mutating func set(_ shape: [Int], _ groups: [Group]) throws {
        count = try Shape.count(shape)
        (self.shape, self.groups) = (shape, groups)
    }

    /// Whether the elements lie one after the other from `base`.
    var isContiguous: Bool {
        if count == 0 { return true }
        var expected = 1
        for group in groups.reversed() where group.count != 1 {
            guard case .stride(expected) = group.offsets else { return false }
            expected *= group.count
        }
        return true
    }

    /// Calls `body` with each run of elements along the last group: the run's number and the offset of its start.
    @inline(__always)
    func forEachRun(_ body: (_ run: Int, _ offset: Int) throws -> Void) rethrows {
        if count == 0 { return }
        let outer = groups.dropLast()
        let runs = outer.reduce(1) { $0 * $1.count }
        var position = [Int](repeating: 0, count: outer.count)
        for run in 0..<runs {
            var offset = base
            for (axis, group) in outer.enumerated() { offset += group.offset(position[axis]) }
            try body(run, offset)
            var axis = outer.count - 1
            while axis >= 0 {
                position[axis] += 1
                if position[axis] < groups[axis].count { break }
                position[axis] = 0
                axis -= 1
            }
        }
    }
}
