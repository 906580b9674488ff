/// Which cells of a grid one part of a sweep computes: layers, what is gone through in each, and perhaps prompts.
package struct SweepShare: Sendable, Hashable {
    package let layers: [Int]
    /// The numbers of what is gone through in a layer: heads, or places of an activation in row-major order.
    package let places: [Int]
    /// nil for all.
    package let prompts: [Int]?
    package let part: ShardPlace

    /// - Parameters:
    ///   - layers, places, prompts: those that were chosen; nil for all.
    ///   - batch: how many prompts there are, where some are chosen.
    /// - Throws: ``SweepPartError``.
    package init(
        layers: [Int]?, of layerCount: Int, places: [Int]?, of placeCount: Int, prompts: [Int]? = nil,
        of batch: Int = 0,
        part: ShardPlace
    ) throws {
        self.layers = try layers.map { try Self.checked("layers", $0, layerCount) } ?? Array(0..<layerCount)
        self.places = try places.map { try Self.checked("heads", $0, placeCount) } ?? Array(0..<placeCount)
        let chosen = try prompts.map { try Self.checked("prompts", $0, batch) }
        self.prompts = chosen?.count == batch ? nil : chosen
        self.part = part
        let count = self.layers.count * self.places.count
        guard part.count <= max(1, count) else {
            throw SweepPartError.badShard(
                "the sweep has \(count) places, too few for \(part.count) parts; take fewer parts")
        }
    }

    /// What was chosen, in rising order.
    package static func checked(_ name: String, _ given: [Int], _ count: Int) throws -> [Int] {
        guard !given.isEmpty, Set(given).count == given.count, given.allSatisfy((0..<count).contains) else {
            throw SweepPartError.badSelection(name, given, count: count)
        }
        return given.sorted()
    }

    /// The places of a layer that belong to it.
    package func places(of layer: Int) -> [Int] {
        guard let row = layers.firstIndex(of: layer) else { return [] }
        return places.enumerated().filter { part.holds(row * places.count + $0.offset) }.map(\.element)
    }

    /// Whether it chooses from the same cells as another.
    func choosesAs(_ other: SweepShare) -> Bool {
        layers == other.layers && places == other.places && prompts == other.prompts
    }

    /// The file of a part: `parts/zero-3-of-16.safetensors`.
    func path(_ prefix: String) -> String { Self.path(prefix, number: part.index + 1, count: part.count) }

    static func path(_ prefix: String, number: Int, count: Int) -> String {
        "\(prefix)-\(number)-of-\(count).safetensors"
    }
}

extension SweepShare: CustomStringConvertible {
    package var description: String {
        "layers \(layers), heads or places \(places)" + (prompts.map { ", prompts \($0)" } ?? "")
    }
}
