/// A type as it is written.
package final class TypeReference: Sendable {
    package let kind: Kind
    package let span: SourceSpan

    package init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    package indirect enum Kind: Sendable {
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
package struct FunctionParameterType: Sendable {
    package var isInOut: Bool
    package var isVariadic: Bool
    package var type: TypeReference
}
