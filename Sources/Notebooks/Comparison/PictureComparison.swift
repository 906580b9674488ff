internal import TextFormats
internal import Plots

/// Compares pictures of this library by the data that they carry: of each number the digits that it is shown with, and of
/// maps as many as their largest number has.
struct PictureComparison {
    let tolerance: Tolerance

    init(_ tolerance: Tolerance) { self.tolerance = tolerance }

    /// - Parameter plain: the text forms of both.
    func differences(
        _ stored: PictureData, _ fresh: PictureData, _ plain: (String, String)?, at place: String
    ) throws -> [Difference] {
        guard stored.kind == fresh.kind else { return [Difference(place, "a \(stored.kind)", "a \(fresh.kind)")] }
        guard let old = try? JSONNode(Array(stored.json.utf8)), let new = try? JSONNode(Array(fresh.json.utf8)) else {
            return [Difference(place, "data that can't be read", "the same")]
        }
        let numbers = Self.numbers(in: new)
        var text = TextComparison(tolerance: tolerance, shownDigits: fresh.digits)
        if fresh.isMap {
            text.leastUnit = TextComparison.unit(of: NumberText.largest(of: numbers), digits: PictureData.mapDigits)
        }
        let data = JSONComparison(text: text, leftOut: fresh.layout)
        var differences = try data.differences(old, new, at: "\(place), data")
        differences += levelDifferences(stored.levels, fresh.levels, at: "\(place), colours")
        guard differences.isEmpty, let plain else { return differences }
        return try textDifferences(plain.0, plain.1, numbers, leastUnit: text.leastUnit, at: "\(place), text")
    }

    /// Levels of a scale of some 250 may be one off.
    private func levelDifferences(_ stored: [[UInt8]], _ fresh: [[UInt8]], at place: String) -> [Difference] {
        guard stored.map(\.count) == fresh.map(\.count) else {
            return [Difference(place, "\(stored.map(\.count)) cells", "\(fresh.map(\.count))")]
        }
        return zip(stored, fresh).enumerated().compactMap { index, pair in
            let far = zip(pair.0, pair.1).map { abs(Int($0) - Int($1)) }
            guard let largest = far.max(), largest > 1, let first = far.firstIndex(where: { $0 > 1 }) else {
                return nil
            }
            let count = far.count { $0 > 1 }
            return Difference(
                "\(place), image \(index + 1), cell \(first + 1)", "level \(pair.0[first])",
                "\(pair.1[first]); \(count) of \(far.count) cells are others, by up to \(largest) levels")
        }
    }

    /// The text form has fewer digits than the data: a number of it is the same when what the data say rounds to it.
    private func textDifferences(
        _ stored: String, _ fresh: String, _ numbers: [Double], leastUnit: Double, at place: String
    ) throws -> [Difference] {
        var text = TextComparison(tolerance: tolerance)
        text.mayBeReordered = true
        text.leastUnit = leastUnit
        // Without exact numbers, the last of three digits may differ by one.
        if numbers.isEmpty { text.shownDigits = 3 }
        text.isKnownAsSame = { old, new in
            let half = TextComparison.unit(of: new, digits: 3) / 2
            let slack = max(half * 0.21, tolerance.absolute, tolerance.relative * abs(new))
            return numbers.contains { abs($0 - new) <= half + slack && abs($0 - old) <= half + slack }
        }
        return try text.differences(stored, fresh, at: place)
    }

    /// The values that are shown, which stand under `v`; sizes and places are no such.
    private static func numbers(in node: JSONNode, areValues: Bool = false) -> [Double] {
        switch node {
        case .number: areValues ? node.number.map { [$0] } ?? [] : []
        case .array(let elements): elements.flatMap { numbers(in: $0, areValues: areValues) }
        case .object(let members): members.members.flatMap { numbers(in: $0.value, areValues: $0.name == "v") }
        default: []
        }
    }
}
