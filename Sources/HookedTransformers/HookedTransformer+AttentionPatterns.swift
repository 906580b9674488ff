internal import Hooks
package import TensorCore

extension HookedTransformer {
    /// Gives `body` the attention of each layer in turn, [batch, head, position, position], as a run records it.
    ///
    /// ```swift
    /// try model.forEachAttentionPattern(tokens) { pattern in scores.append(score(pattern)) }
    /// ```
    /// All tokens count as they are, those too that look like padding. They are run once and kept as ``reuse`` allows; asked again, only the patterns themselves are computed.
    /// - Throws: ``ModelError`` for tokens that the model cannot take; what an added hook or `body` throws.
    package func forEachAttentionPattern(_ input: any ModelInput, _ body: (Tensor) throws -> Void) throws {
        let batch = try tokenBatch(input, RunOptions(paddingSide: nothingToMask))
        guard addedHooks.isEmpty, let base = try madeBase(for: batch) else {
            return try forEachRecordedPattern(input, body)
        }
        let pass = pass(PassTokens(batch), try silence())
        guard let attending = plan.step(of: .pattern) else { return }
        for layer in 0..<cfg.nLayers {
            let kept = base.values(of: [.q, .k, .v], layer, before: attending)
            try body(pass.pattern(AttentionVectors(q: kept.q, k: kept.k, v: kept.v), layer))
        }
    }

    /// Says of rows of one length that no padding is meant, where a tokenizer could mean some.
    private var nothingToMask: PaddingSide? { tokenizer?.padTokenID == nil ? nil : .right }

    /// The same from a run of its own, which hooks may change.
    private func forEachRecordedPattern(_ input: any ModelInput, _ body: (Tensor) throws -> Void) throws {
        let names = (0..<cfg.nLayers).map { actName("pattern", $0) }
        let (_, cache) = try runWithCache(input, namesFilter: names, paddingSide: nothingToMask)
        for name in names { try body(cache[name]) }
    }
}
