/// The values of a large collection that stand out.
enum Extremes {
    /// The indices of the finite values farthest from `midpoint`, the farthest first; equals in their order.
    /// One pass: a map of a million cells is not sorted for the sake of ten.
    static func places(in values: ArraySlice<Float>, from midpoint: Double, limit: Int) -> [Int] {
        var best: [(place: Int, distance: Double)] = []
        for place in values.indices where values[place].isFinite {
            let distance = abs(Double(values[place]) - midpoint)
            if best.count == limit, let last = best.last, distance <= last.distance { continue }
            let position = best.firstIndex { $0.distance < distance } ?? best.count
            best.insert((place, distance), at: position)
            if best.count > limit { best.removeLast() }
        }
        return best.map(\.place)
    }
}
