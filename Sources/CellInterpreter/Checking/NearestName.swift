/// The name that someone probably meant.
enum NearestName {
    /// The nearest of the names, when it is near enough; equal but for case counts as nearest.
    static func of(_ name: String, among names: some Sequence<String>) -> String? {
        let limit = max(1, name.count / 3)
        let lower = name.lowercased()
        // Of names that differ in their case only a function's is nearer to a function's than a type's.
        let mark = { (other: String) in other.first?.isUppercase == name.first?.isUppercase ? 0 : 1 }
        let near = names.compactMap { other -> (Int, Int, String)? in
            guard other != name, abs(other.count - name.count) <= limit else { return nil }
            if other.lowercased() == lower { return (0, mark(other), other) }
            // One letter off is half of another word when there are three; two that have changed places are a slip.
            if name.count <= 3, lower.sorted() != other.lowercased().sorted() { return nil }
            let steps = distance(Array(lower.utf8), Array(other.lowercased().utf8), limit: limit)
            return steps <= limit ? (steps, mark(other), other) : nil
        }
        return near.min { $0 < $1 }?.2
    }

    /// How many insertions, removals, replacements and swaps of neighbours lead from one to the other.
    private static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                let replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                row[j] = min(previous[j] + 1, row[j - 1] + 1, replaced)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
            }
            before = previous
            previous = row
        }
        return previous[b.count]
    }
}
