/// An expression of a cell, with the text it was written as.
public final class Expression: Sendable {
    public let kind: Kind
    public let span: SourceSpan

    public init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    public enum Kind: Sendable {
        case integer(Int)
        case float(Double)
        case boolean(Bool)
        case string([StringSegment])
        case nilLiteral
        /// A name, also `self`, `$0` and an operator in parentheses or as an argument, such as `+`.
        case name(String)
        /// `_` on the left of an assignment.
        case discard
        case array([Expression])
        case dictionary([(key: Expression, value: Expression)])
        /// Two or more elements, or none.
        case tuple([Argument])
        case parenthesized(Expression)
        case closure(ClosureLiteral)
        case call(Expression, CallArguments)
        case subscripted(Expression, [Argument])
        /// `base.name`; without a base an implicit member such as `.last`.
        case member(Expression?, name: String, nameSpan: SourceSpan)
        case prefix(String, Expression)
        case postfix(String, Expression)
        case infix(String, operatorSpan: SourceSpan, Expression, Expression)
        case assignment(Expression, Expression)
        case ternary(Expression, Expression, Expression)
        case forceUnwrap(Expression)
        /// The `x?` inside a chain.
        case chained(Expression)
        /// A whole chain, whose value is nil as soon as one link is.
        case chain(Expression)
        case cast(Expression, CastKind, TypeReference)
        case isType(Expression, TypeReference)
        case attempt(TryKind, Expression)
        case inOut(Expression)
        case ifElse(IfStatement)
        case switched(SwitchStatement)
        /// A type in the place of an expression, such as `[Int]` in `[Int]()`.
        case type(TypeReference)
        /// What could not be read; it has a diagnostic already.
        case invalid
    }

    public enum CastKind: Sendable { case always, optional, forced }
    public enum TryKind: Sendable { case plain, optional, forced }
}

/// A piece of a string literal.
public enum StringSegment: Sendable {
    case text(String)
    case interpolation(Expression)
}

/// An argument of a call, or an element of a tuple.
public struct Argument: Sendable {
    public var label: String?
    public var labelSpan: SourceSpan?
    public var value: Expression

    public init(label: String?, labelSpan: SourceSpan?, value: Expression) {
        self.label = label
        self.labelSpan = labelSpan
        self.value = value
    }
}

/// The arguments of a call: those in parentheses, and the closures that trail behind them.
public struct CallArguments: Sendable {
    public var parenthesized: [Argument]
    /// The first has no label.
    public var trailing: [Argument]
    /// From the opening to the closing parenthesis.
    public var span: SourceSpan

    public init(parenthesized: [Argument], trailing: [Argument], span: SourceSpan) {
        self.parenthesized = parenthesized
        self.trailing = trailing
        self.span = span
    }
}

/// `{ [captures] parameters in statements }`.
public final class ClosureLiteral: Sendable {
    public let parameters: [ClosureParameter]?
    public let captures: [(name: String, value: Expression)]
    public let throwsMark: Bool
    public let result: TypeReference?
    public let body: [Statement]
    /// How many of `$0`, `$1`, … the body uses, when the parameters have no names.
    public let anonymousCount: Int
    public let span: SourceSpan

    public init(
        parameters: [ClosureParameter]?, captures: [(name: String, value: Expression)], throwsMark: Bool,
        result: TypeReference?, body: [Statement], anonymousCount: Int, span: SourceSpan
    ) {
        self.parameters = parameters
        self.captures = captures
        self.throwsMark = throwsMark
        self.result = result
        self.body = body
        self.anonymousCount = anonymousCount
        self.span = span
    }
}

/// A named parameter of a closure.
public struct ClosureParameter: Sendable {
    public var name: String
    public var type: TypeReference?
    public var isInOut = false
    public var span: SourceSpan
}
