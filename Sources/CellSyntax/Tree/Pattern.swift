/// What a value is taken apart by: in `let`, `for`, `case` and `catch`.
package final class Pattern: Sendable {
    package let kind: Kind
    package let span: SourceSpan

    package init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    package indirect enum Kind: Sendable {
        case wildcard
        /// A new name.
        case name(String, isVariable: Bool)
        case tuple([(label: String?, pattern: Pattern)])
        /// `.some(let x)`, `Shape.circle(radius: let r)`, `.none`.
        case enumCase(type: TypeReference?, name: String, elements: [(label: String?, pattern: Pattern)]?)
        /// `let x?`.
        case some(Pattern)
        case expression(Expression)
        case isType(TypeReference)
        /// `let x as Int`.
        case asType(Pattern, TypeReference)
    }
}
