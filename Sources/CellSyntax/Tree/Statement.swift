/// A statement or declaration of a cell.
package final class Statement: Sendable {
    package let kind: Kind
    package let span: SourceSpan
    /// Whether a semicolon ends it, which hides its value when it is the last of a cell.
    package let endsWithSemicolon: Bool

    package init(_ kind: Kind, _ span: SourceSpan, endsWithSemicolon: Bool = false) {
        self.kind = kind
        self.span = span
        self.endsWithSemicolon = endsWithSemicolon
    }

    package enum Kind: Sendable {
        case expression(Expression)
        case variable(VariableDeclaration)
        case function(FunctionDeclaration)
        case type(TypeDeclaration)
        case typeAlias(name: String, TypeReference)
        case importModule(String)
        case ifElse(IfStatement)
        case guardElse([Condition], otherwise: [Statement])
        case whileLoop(label: String?, [Condition], body: [Statement])
        case repeatLoop(label: String?, body: [Statement], until: Expression)
        case forLoop(ForLoop)
        case switched(SwitchStatement)
        case doCatch(label: String?, body: [Statement], [CatchClause])
        case deferred([Statement])
        case throwing(Expression)
        case returning(Expression?)
        case breaking(String?)
        case continuing(String?)
        case fallingThrough
        /// What could not be read; it has a diagnostic already.
        case invalid
    }
}

/// `if` as a statement or an expression.
package final class IfStatement: Sendable {
    package let label: String?
    package let conditions: [Condition]
    package let body: [Statement]
    package let otherwise: [Statement]?
    package let span: SourceSpan

    package init(
        label: String?, conditions: [Condition], body: [Statement], otherwise: [Statement]?, span: SourceSpan
    ) {
        self.label = label
        self.conditions = conditions
        self.body = body
        self.otherwise = otherwise
        self.span = span
    }
}

/// A part of the condition of `if`, `guard` and `while`.
package enum Condition: Sendable {
    case expression(Expression)
    /// `let x = value`; with no value the name's own (`if let x`).
    case binding(Pattern, type: TypeReference?, value: Expression)
    /// `case pattern = value`.
    case match(Pattern, value: Expression)
}

package final class ForLoop: Sendable {
    package let label: String?
    package let pattern: Pattern
    /// Whether the pattern follows `case`, and then selects.
    package let isCase: Bool
    package let type: TypeReference?
    package let sequence: Expression
    package let filter: Expression?
    package let body: [Statement]

    package init(
        label: String?, pattern: Pattern, isCase: Bool, type: TypeReference?, sequence: Expression,
        filter: Expression?, body: [Statement]
    ) {
        self.label = label
        self.pattern = pattern
        self.isCase = isCase
        self.type = type
        self.sequence = sequence
        self.filter = filter
        self.body = body
    }
}

package final class SwitchStatement: Sendable {
    package let label: String?
    package let subject: Expression
    package let cases: [SwitchCase]
    package let span: SourceSpan

    package init(label: String?, subject: Expression, cases: [SwitchCase], span: SourceSpan) {
        self.label = label
        self.subject = subject
        self.cases = cases
        self.span = span
    }
}

package struct SwitchCase: Sendable {
    /// No items in `default`.
    package var items: [(pattern: Pattern, filter: Expression?)]
    package var isDefault: Bool
    package var body: [Statement]
    package var span: SourceSpan
}

package struct CatchClause: Sendable {
    package var items: [(pattern: Pattern, filter: Expression?)]
    package var body: [Statement]
    package var span: SourceSpan
}
