internal import HookedTransformers

extension HookedTransformer {
    /// The layers that somebody asked constants for: all unless given.
    /// - Throws: ``OptimalAblationError/badLayers(_:layers:)`` for none, for one twice, and for one that the model does not have.
    func layersToFit(_ layers: [Int]?) throws -> [Int] {
        let all = 0..<cfg.nLayers
        let chosen = layers ?? Array(all)
        guard !chosen.isEmpty, chosen.allSatisfy(all.contains), Set(chosen).count == chosen.count else {
            throw OptimalAblationError.badLayers(chosen, layers: all.count)
        }
        return chosen
    }
}
