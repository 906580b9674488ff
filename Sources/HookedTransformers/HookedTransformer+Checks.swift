// What rooms that look into a model ask of it, with the model's own error where it has no such thing.

extension HookedTransformer {
    /// - Throws: ``ModelError/unknownHead(layer:head:layers:heads:)``.
    package func checkHead(_ layer: Int, _ head: Int) throws {
        guard (0..<cfg.nLayers).contains(layer), (0..<cfg.nHeads).contains(head) else {
            throw ModelError.unknownHead(layer: layer, head: head, layers: cfg.nLayers, heads: cfg.nHeads)
        }
    }
}

extension HookedTransformerConfig {
    /// - Throws: ``ModelError/tooManyTokens(count:limit:)`` for more tokens than the model takes.
    package func checkLength(_ count: Int) throws {
        guard count <= nCtx else { throw ModelError.tooManyTokens(count: count, limit: nCtx) }
    }
}

extension TransformerWeights {
    /// The MLP of a layer, of which the matrix `name` is wanted.
    /// - Throws: ``ModelError/noSuchWeight(_:reason:)`` where blocks have no MLP.
    package func mlp(_ layer: Int, having name: String) throws -> any MLP {
        guard let mlp = blocks[layer].mlp else {
            throw ModelError.noSuchWeight(name, reason: TransformerWeights.noMLPs)
        }
        return mlp
    }

    static let noMLPs = "its blocks have no MLP"
}
