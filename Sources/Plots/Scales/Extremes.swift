/// The values of a large collection that stand out.
enum Extremes {
    /// The indices of the finite values farthest from `midpoint`, the farthest first; equals in their order.
    /// One pass: a map of a million cells is not sorted for the sake of ten.
    static func places(in values: ArraySlice<Float>, from midpoint: Double, limit: Int) throws -> [Int] {
        var best: [(place: Int, distance: Double)] = []
        try Blocks.forEach(values.indices) { block in
            for place in block where values[place].isFinite {
                let distance = abs(Double(values[place]) - midpoint)
                if best.count == limit, let last = best.last, distance <= last.distance { continue }
                let position = best.firstIndex { $0.distance < distance } ?? best.count
                best.insert((place, distance), at: position)
                if best.count > limit { best.removeLast() }
            }
        }
        return best.map(\.place)
    }

    /// How many values are finite, and the extent of those.
    static func summary(of values: [Float]) throws -> (count: Int, range: ClosedRange<Float>?) {
        var (count, least, most) = (0, Float.infinity, -Float.infinity)
        try Blocks.forEach(0..<values.count) { block in
            for value in values[block] where value.isFinite {
                count += 1
                (least, most) = (min(least, value), max(most, value))
            }
        }
        return (count, count > 0 ? least...most : nil)
    }
}
