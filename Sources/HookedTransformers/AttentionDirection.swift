/// Which way a query looks, under TransformerLens's names.
public enum AttentionDirection: String, Sendable, CaseIterable, CustomStringConvertible {
    /// At its own position and those before.
    case causal
    /// At all positions but padding, which TransformerLens has queries look at in such models.
    case bidirectional

    public var description: String { rawValue }
}
