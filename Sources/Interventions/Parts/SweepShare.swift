/// Which cells of a grid [layer, head] one part of a sweep computes.
package struct SweepShare: Sendable, Hashable {
    package let layers: [Int]
    package let heads: [Int]
    package let place: ShardPlace

    /// - Throws: ``SweepPartError``.
    package init(_ grid: [Int], layers: [Int]?, heads: [Int]?, place: ShardPlace) throws {
        self.layers = try Self.checked("layers", layers, grid[0])
        self.heads = try Self.checked("heads", heads, grid[1])
        self.place = place
        let count = self.layers.count * self.heads.count
        guard place.count <= count else {
            throw SweepPartError.badShard(
                "the sweep has \(count) heads, too few for \(place.count) parts; take fewer parts")
        }
    }

    private static func checked(_ name: String, _ given: [Int]?, _ count: Int) throws -> [Int] {
        guard let given else { return Array(0..<count) }
        guard !given.isEmpty, Set(given).count == given.count, given.allSatisfy((0..<count).contains) else {
            throw SweepPartError.badSelection(name, given, count: count)
        }
        return given.sorted()
    }

    /// The heads of a layer that belong to it.
    package func heads(of layer: Int) -> [Int] {
        guard let row = layers.firstIndex(of: layer) else { return [] }
        return heads.enumerated().filter { place.holds(row * heads.count + $0.offset) }.map(\.element)
    }

    /// The file of a part: `parts/zero-3-of-16.safetensors`.
    func path(_ prefix: String) -> String { Self.path(prefix, number: place.index + 1, count: place.count) }

    static func path(_ prefix: String, number: Int, count: Int) -> String {
        "\(prefix)-\(number)-of-\(count).safetensors"
    }
}
