/// A statement or declaration of a cell.
public final class Statement: Sendable {
    public let kind: Kind
    public let span: SourceSpan
    /// Whether a semicolon ends it, which hides its value when it is the last of a cell.
    public let endsWithSemicolon: Bool

    public init(_ kind: Kind, _ span: SourceSpan, endsWithSemicolon: Bool = false) {
        self.kind = kind
        self.span = span
        self.endsWithSemicolon = endsWithSemicolon
    }

    public enum Kind: Sendable {
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
public final class IfStatement: Sendable {
    public let label: String?
    public let conditions: [Condition]
    public let body: [Statement]
    public let otherwise: [Statement]?
    public let span: SourceSpan

    public init(
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
public enum Condition: Sendable {
    case expression(Expression)
    /// `let x = value`; with no value the name's own (`if let x`).
    case binding(Pattern, type: TypeReference?, value: Expression)
    /// `case pattern = value`.
    case match(Pattern, value: Expression)
}

public final class ForLoop: Sendable {
    public let label: String?
    public let pattern: Pattern
    /// Whether the pattern follows `case`, and then selects.
    public let isCase: Bool
    public let type: TypeReference?
    public let sequence: Expression
    public let filter: Expression?
    public let body: [Statement]

    public init(
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

public final class SwitchStatement: Sendable {
    public let label: String?
    public let subject: Expression
    public let cases: [SwitchCase]
    public let span: SourceSpan

    public init(label: String?, subject: Expression, cases: [SwitchCase], span: SourceSpan) {
        self.label = label
        self.subject = subject
        self.cases = cases
        self.span = span
    }
}

public struct SwitchCase: Sendable {
    /// No items in `default`.
    public var items: [(pattern: Pattern, filter: Expression?)]
    public var isDefault: Bool
    public var body: [Statement]
    public var span: SourceSpan
}

public struct CatchClause: Sendable {
    public var items: [(pattern: Pattern, filter: Expression?)]
    public var body: [Statement]
    public var span: SourceSpan
}
