/// An expression of a cell, with the text it was written as.
package final class Expression: Sendable {
    package let kind: Kind
    package let span: SourceSpan
    /// `.name`, `.name(…)`, `.name(…).other`: it begins with a member of the type that is wanted. Known from the start,
    /// since a chain asks each of its links.
    package let isImplicitMember: Bool
    /// Whether it means something only where a type is wanted: `.zero`, `nil`, `{ $0 }`, `[]`. Known from the start, too.
    package let needsContext: Bool

    package init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
        switch kind {
        case .member(let base, _, _): isImplicitMember = base?.isImplicitMember ?? true
        case .call(let callee, _): isImplicitMember = callee.isImplicitMember
        default: isImplicitMember = false
        }
        needsContext = isImplicitMember || kind.needsContext
    }

    /// `nil`, also in parentheses.
    package var isNil: Bool {
        switch kind {
        case .nilLiteral: true
        case .parenthesized(let inner): inner.isNil
        default: false
        }
    }

    package enum Kind: Sendable {
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

    package enum CastKind: Sendable { case always, optional, forced }
    package enum TryKind: Sendable { case plain, optional, forced }
}

extension Expression.Kind {
    fileprivate var needsContext: Bool {
        switch self {
        case .closure, .nilLiteral, .ifElse, .switched, .inOut: true
        case .name(let name): name.first.map { !($0.isLetter || $0 == "_" || $0 == "$") } ?? false
        case .member(_?, "init", _): true
        case .array(let elements): elements.isEmpty || elements.contains(where: \.needsContext)
        case .dictionary(let elements): elements.isEmpty || elements.contains { $0.value.needsContext }
        case .tuple(let elements): elements.contains { $0.value.needsContext }
        case .parenthesized(let inner), .attempt(_, let inner): inner.needsContext
        case .ternary(_, let first, let second): first.needsContext || second.needsContext
        case .infix("??", _, let left, let right): left.isNil && right.needsContext
        case .string(let segments): segments.isOneCharacter
        default: false
        }
    }
}

/// A piece of a string literal.
package enum StringSegment: Sendable {
    case text(String)
    case interpolation(Expression)
}

extension [StringSegment] {
    /// Whether it can be a `Character`.
    package var isOneCharacter: Bool {
        guard count == 1, case .text(let text) = self[0] else { return false }
        return text.count == 1
    }
}

extension [StringSegment] {
    /// Whether it can be a `Unicode.Scalar`.
    package var isOneScalar: Bool {
        guard count == 1, case .text(let text) = self[0] else { return false }
        return text.unicodeScalars.count == 1
    }
}

/// An argument of a call, or an element of a tuple.
package struct Argument: Sendable {
    package var label: String?
    package var labelSpan: SourceSpan?
    package var value: Expression

    package init(label: String?, labelSpan: SourceSpan?, value: Expression) {
        self.label = label
        self.labelSpan = labelSpan
        self.value = value
    }
}

/// The arguments of a call: those in parentheses, and the closures that trail behind them.
package struct CallArguments: Sendable {
    package var parenthesized: [Argument]
    /// The first has no label.
    package var trailing: [Argument]
    /// From the opening to the closing parenthesis.
    package var span: SourceSpan

    package init(parenthesized: [Argument], trailing: [Argument], span: SourceSpan) {
        self.parenthesized = parenthesized
        self.trailing = trailing
        self.span = span
    }
}

/// `{ [captures] parameters in statements }`.
package final class ClosureLiteral: Sendable {
    package let parameters: [ClosureParameter]?
    package let captures: [(name: String, value: Expression)]
    package let throwsMark: Bool
    package let result: TypeReference?
    package let body: [Statement]
    /// How many of `$0`, `$1`, … the body uses, when the parameters have no names.
    package let anonymousCount: Int
    package let span: SourceSpan

    package init(
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
package struct ClosureParameter: Sendable {
    package var name: String
    package var type: TypeReference?
    package var isInOut = false
    package var span: SourceSpan
}
