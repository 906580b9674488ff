/// Finds the names that somebody may have meant.
package enum Spelling {
    /// The up to `count` names that are nearest to `given`.
    ///
    /// ```swift
    /// Spelling.nearest(to: "z", in: ["hook_embed", "blocks.0.attn.hook_z"])      // ["blocks.0.attn.hook_z"]
    /// ```
    /// A name that ends in `given` after a separator comes before one that only looks alike.
    package static func nearest(to given: String, in names: [String], count: Int = 3) -> [String] {
        let letters = Array(given)
        let ranked = names.enumerated().map { (index: $0, name: $1, distance: distance(letters, given, $1)) }
        let plausible = ranked.filter { $0.distance <= max(letters.count, $0.name.count) * 2 / 3 }
        return plausible.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(count).map(\.name)
    }

    private static func distance(_ letters: [Character], _ given: String, _ name: String) -> Int {
        let endsAlike = ["_", "."].contains { name.hasSuffix($0 + given) }
        return endsAlike && !given.isEmpty ? 0 : editDistance(letters, Array(name))
    }
}
