internal import CellHost
internal import CellSyntax

extension Expression {
    /// Without `try`, parentheses and forced unwraps around it.
    var bare: Expression {
        switch kind {
        case .attempt(_, let inner), .parenthesized(let inner), .forceUnwrap(let inner): inner.bare
        case .tuple(let elements) where elements.count == 1: elements[0].value.bare
        default: self
        }
    }

    /// The name that it is.
    var asName: String? {
        if case .name(let name) = bare.kind { name } else { nil }
    }

    /// The integer that it is, also a negative one.
    var asInteger: Int? {
        switch bare.kind {
        case .integer(let value): value
        case .prefix("-", let inner): inner.asInteger.map { -$0 }
        default: nil
        }
    }

    /// The text of a string without interpolations.
    var asText: String? {
        guard case .string(let segments) = bare.kind else { return nil }
        var text = ""
        for segment in segments {
            guard case .text(let part) = segment else { return nil }
            text += part
        }
        return text
    }

    /// `base.name(arguments)` or `name(arguments)`.
    var asCall: (base: Expression?, name: String, arguments: [Argument])? {
        guard case .call(let callee, let arguments) = bare.kind else { return nil }
        let all = arguments.parenthesized + arguments.trailing
        switch callee.bare.kind {
        case .name(let name): return (nil, name, all)
        case .member(let base, let name, _): return (base, name, all)
        default: return nil
        }
    }

    /// `left / right` and the like.
    func asInfix(_ wanted: String) -> (left: Expression, right: Expression)? {
        guard case .infix(wanted, _, let left, let right) = bare.kind else { return nil }
        return (left, right)
    }

    /// Every expression within it, itself first.
    var all: [Expression] {
        var found: [Expression] = []
        TreeWalk(expression: { found.append($0) }).walk(Statement(.expression(self), span))
        return found
    }

    /// Every name within it.
    var names: Set<String> { Set(all.compactMap(\.asName)) }
}

extension [Argument] {
    subscript(label: String) -> Expression? { first { $0.label == label }?.value }
}
