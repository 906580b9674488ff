/// How a model knows where a token stands, under TransformerLens's names.
public enum PositionalEmbeddingType: String, Sendable, CaseIterable, CustomStringConvertible {
    /// A vector per position is added to the embedded token.
    case standard
    /// Queries and keys are rotated by angles that grow with their positions.
    case rotary
    /// A vector per position is added to what queries and keys are made of.
    case shortformer

    public var description: String { rawValue }
}
