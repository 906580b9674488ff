/// Finds the names that somebody may have meant.
package enum Spelling {
    /// The up to `count` names that are nearest to `given`.
    ///
    /// A name that ends in `given` after a separator (`z` in `blocks.0.attn.hook_z`) comes before one that only looks alike.
    package static func nearest(to given: String, in names: [String], count: Int = 3) -> [String] {
        let ranked = names.enumerated().map { (index: $0, name: $1, distance: distance(given, $1)) }
        let plausible = ranked.filter { $0.distance <= max(given.count, $0.name.count) * 2 / 3 }
        return plausible.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(count).map(\.name)
    }

    private static func distance(_ given: String, _ name: String) -> Int {
        let endsAlike = ["_", "."].contains { name.hasSuffix($0 + given) }
        return endsAlike && !given.isEmpty ? 0 : editDistance(given, name)
    }

    /// The fewest insertions, deletions and replacements of a character that turn `a` into `b` (Levenshtein).
    package static func editDistance(_ a: String, _ b: String) -> Int {
        let a = Array(a), b = Array(b)
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let substituted = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = Swift.min(substituted, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
