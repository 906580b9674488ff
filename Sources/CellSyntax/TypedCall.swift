/// A call as it was typed, so that a hint can give its own arguments back.
package struct TypedCall {
    package struct Argument {
        package var label: String?
        package var text: String
        /// The elements of a list or tuple.
        package var elements: [String]?
        package var binding: Binding
    }

    /// Beside what an expression means the same without parentheses.
    package enum Binding: Int, Comparable {
        /// Commas alone.
        case loose
        /// Operators between two operands.
        case prefixed
        /// A dot.
        case tight

        package static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
    }

    package var arguments: [Argument]
    /// What stands between brackets on the way to the name: `0` in `blocks[0].attn`.
    package var indices: [String] = []

    /// The call that a text begins with: of `view` in `view(3, 2).sum()`; nil where it begins with none.
    package init?(beginning text: String) {
        let source = SourceText(text)
        guard case .expression(let expression)? = CellParser.parse(source).statements.first?.kind,
            let arguments = expression.firstCall
        else { return nil }
        self.init(arguments.parenthesized, in: source)
    }

    /// Arguments that stand in `source`.
    package init(_ arguments: [CellSyntax.Argument], in source: SourceText) {
        self.arguments = arguments.map { Argument($0.value, label: $0.label, in: source) }
    }

    /// The operand that a text begins with, as an argument: 2 of `2 + n`.
    package init?(operand text: String) {
        let source = SourceText(text)
        guard case .expression(let expression)? = CellParser.parse(source).statements.first?.kind else { return nil }
        if case .invalid = expression.firstOperand.kind { return nil }
        arguments = [Argument(expression.firstOperand, label: nil, in: source)]
    }

    /// The operands of an operator, as arguments without labels.
    package init(operands: [String]) {
        arguments = operands.map { text in
            let source = SourceText(text)
            guard case .expression(let expression)? = CellParser.parse(source).statements.first?.kind else {
                return Argument(text: text, binding: .loose)
            }
            return Argument(expression, label: nil, in: source)
        }
    }
}

extension TypedCall.Argument {
    fileprivate init(_ expression: Expression, label: String?, in source: SourceText) {
        let elements: [Expression]? =
            switch expression.kind {
            case .array(let elements): elements
            case .tuple(let elements): elements.map(\.value)
            default: nil
            }
        self.init(
            label: label, text: source[expression.span], elements: elements?.map { source[$0.span] },
            binding: expression.binding)
    }
}

extension Expression {
    /// The arguments of the call that begins first and ends first.
    fileprivate var firstCall: CallArguments? {
        switch kind {
        case .call(let callee, let arguments): callee.firstCall ?? arguments
        case .member(let base?, _, _): base.firstCall
        case .subscripted(let base, _), .postfix(_, let base), .forceUnwrap(let base), .chained(let base),
            .chain(let base), .infix(_, _, let base, _), .assignment(let base, _), .ternary(let base, _, _),
            .cast(let base, _, _), .isType(let base, _):
            base.firstCall
        default: nil
        }
    }

    fileprivate var binding: TypedCall.Binding {
        switch kind {
        case .integer, .float, .boolean, .string, .nilLiteral, .name, .array, .dictionary, .tuple, .parenthesized,
            .call,
            .subscripted, .member:
            .tight
        case .prefix: .prefixed
        default: .loose
        }
    }

    /// The operand that stands first.
    fileprivate var firstOperand: Expression {
        if case .infix(_, _, let left, _) = kind { left.firstOperand } else { self }
    }
}
