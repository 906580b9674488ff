/// A type as it is written.
public final class TypeReference: Sendable {
    public let kind: Kind
    public let span: SourceSpan

    public init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    public indirect enum Kind: Sendable {
        /// `Int`, `Array<Int>`, `Tensor.Index`.
        case named(String, [TypeReference])
        /// `[Int].Element`, `Array<Int>.Index`.
        case member(TypeReference, String)
        case array(TypeReference)
        case dictionary(TypeReference, TypeReference)
        case optional(TypeReference)
        case tuple([(label: String?, type: TypeReference)])
        case function([FunctionParameterType], throwing: Bool, result: TypeReference)
        /// `any Displayable`, `some Sequence`.
        case existential(String)
        /// `Int.Type`.
        case metatype(TypeReference)
        case invalid
    }
}

/// A parameter of a function type.
public struct FunctionParameterType: Sendable {
    public var isInOut: Bool
    public var isVariadic: Bool
    public var type: TypeReference
}
