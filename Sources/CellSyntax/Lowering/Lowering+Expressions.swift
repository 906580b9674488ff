internal import SwiftSyntax

extension Lowering {
    func expression(_ node: ExprSyntax) -> Expression {
        let (expression, isChained) = link(node)
        return isChained ? Expression(.chain(expression), expression.span) : expression
    }

    /// What stands behind `=`, `return` or `throw`, where `if` and `switch` may give a value.
    func source(_ node: ExprSyntax) -> Expression {
        switch node.as(ExprSyntaxEnum.self) {
        case .ifExpr(let node): Expression(.ifElse(ifStatement(node, label: nil)), span(node))
        case .switchExpr(let node): Expression(.switched(switchStatement(node, label: nil)), span(node))
        default: expression(node)
        }
    }

    /// An expression that may be the inner part of an optional chain; the outermost part closes the chain.
    private func link(_ node: ExprSyntax) -> (Expression, isChained: Bool) {
        switch node.as(ExprSyntaxEnum.self) {
        case .optionalChainingExpr(let node):
            let base = link(node.expression).0
            return (Expression(.chained(base), span(from: base, to: node)), true)
        case .forceUnwrapExpr(let node):
            let (base, isChained) = link(node.expression)
            return (Expression(.forceUnwrap(base), span(from: base, to: node)), isChained)
        case .memberAccessExpr(let node):
            return member(node)
        case .functionCallExpr(let node):
            let (callee, isChained) = link(node.calledExpression)
            return (Expression(.call(callee, arguments(node, callee)), span(from: callee, to: node)), isChained)
        case .subscriptCallExpr(let node):
            let (base, isChained) = link(node.calledExpression)
            let arguments = node.arguments.map(argument)
            return (Expression(.subscripted(base, arguments), span(from: base, to: node)), isChained)
        case .sequenceExpr(let node):
            return (sequence(node), false)
        default:
            return (Expression(kind(node), span(node)), false)
        }
    }

    /// From the beginning of what is lowered already: a long chain would have to be gone down again at each link.
    private func span(from first: Expression, to node: some SyntaxProtocol) -> SourceSpan {
        SourceSpan(start: first.span.start, end: node.endPositionBeforeTrailingTrivia.utf8Offset)
    }

    private func member(_ node: MemberAccessExprSyntax) -> (Expression, isChained: Bool) {
        let member = node.declName.baseName
        guard let base = node.base else {
            return (Expression(.member(nil, name: name(member), nameSpan: span(member)), span(node)), false)
        }
        let (lowered, isChained) = link(base)
        if node.declName.argumentNames != nil { unsupported("names with argument labels are", node.declName) }
        let kind = Expression.Kind.member(lowered, name: name(member), nameSpan: span(member))
        return (Expression(kind, span(from: lowered, to: node)), isChained)
    }

    private func kind(_ node: ExprSyntax) -> Expression.Kind {
        switch node.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr(let node): return integer(node)
        case .floatLiteralExpr(let node): return .float(Double(node.literal.text.filter { $0 != "_" }) ?? 0)
        case .booleanLiteralExpr(let node): return .boolean(node.literal.text == "true")
        case .nilLiteralExpr: return .nilLiteral
        case .stringLiteralExpr(let node): return .string(segments(node))
        case .declReferenceExpr(let node): return reference(node)
        case .discardAssignmentExpr: return .discard
        case .arrayExpr(let node): return .array(node.elements.map { expression($0.expression) })
        case .dictionaryExpr(let node): return dictionary(node)
        case .tupleExpr(let node): return tuple(node)
        case .closureExpr(let node): return .closure(closure(node))
        case .prefixOperatorExpr(let node): return prefix(node)
        case .postfixOperatorExpr(let node): return .postfix(node.operator.text, expression(node.expression))
        case .tryExpr(let node):
            let mark = node.questionOrExclamationMark?.text
            return .attempt(mark == "?" ? .optional : mark == "!" ? .forced : .plain, expression(node.expression))
        case .inOutExpr(let node): return .inOut(expression(node.expression))
        case .ifExpr: return misplacedValue("if", node)
        case .switchExpr: return misplacedValue("switch", node)
        case .typeExpr(let node): return .type(type(node.type))
        case .genericSpecializationExpr(let node): return specialization(node)
        case .keyPathExpr(let node): return keyPath(node)
        case .missingExpr: return .invalid
        case .awaitExpr(let node):
            unsupported("'await' and concurrency are", node)
            return .invalid
        case .macroExpansionExpr(let node):
            unsupported("macros are", node)
            return .invalid
        case .regexLiteralExpr(let node):
            unsupported("regular expression literals are", node)
            return .invalid
        case .superExpr(let node):
            unsupported("classes are", node)
            return .invalid
        default:
            unsupported("this expression is", node)
            return .invalid
        }
    }

    private func misplacedValue(_ keyword: String, _ node: ExprSyntax) -> Expression.Kind {
        report(
            CellDiagnostic(
                "'\(keyword)' may only be used as expression in return, throw, or as the source of an assignment",
                at: firstLine(of: node), hints: ["give its value a name first: let x = \(keyword) …"]))
        return .invalid
    }

    /// The least integer has no positive counterpart, so its minus sign belongs to the literal.
    private func prefix(_ node: PrefixOperatorExprSyntax) -> Expression.Kind {
        if node.operator.text == "-", let literal = node.expression.as(IntegerLiteralExprSyntax.self),
            literal.literal.text.filter({ $0 != "_" }) == "9223372036854775808"
        {
            return .integer(.min)
        }
        return .prefix(node.operator.text, expression(node.expression))
    }

    private func integer(_ node: IntegerLiteralExprSyntax) -> Expression.Kind {
        var digits = node.literal.text.filter { $0 != "_" }
        var radix = 10
        for (prefix, value) in [("0x", 16), ("0b", 2), ("0o", 8)] where digits.hasPrefix(prefix) {
            digits = String(digits.dropFirst(2))
            radix = value
        }
        if let value = Int(digits, radix: radix) { return .integer(value) }
        report(
            CellDiagnostic(
                "integer literal '\(node.literal.text)' overflows when stored into 'Int'", at: span(node)))
        return .integer(0)
    }

    private func reference(_ node: DeclReferenceExprSyntax) -> Expression.Kind {
        let text = name(node.baseName)
        if text.hasPrefix("$"), let index = Int(text.dropFirst()), let last = anonymousCounts.indices.last {
            anonymousCounts[last] = max(anonymousCounts[last], index + 1)
        }
        return .name(text)
    }

    private func dictionary(_ node: DictionaryExprSyntax) -> Expression.Kind {
        guard case .elements(let elements) = node.content else { return .dictionary([]) }
        return .dictionary(elements.map { (expression($0.key), expression($0.value)) })
    }

    private func tuple(_ node: TupleExprSyntax) -> Expression.Kind {
        let elements = node.elements.map(argument)
        if elements.count == 1, elements[0].label == nil {
            return .parenthesized(elements[0].value)
        }
        return .tuple(elements)
    }

    func argument(_ node: LabeledExprSyntax) -> Argument {
        Argument(
            label: node.label.map(name), labelSpan: node.label.map { span($0) }, value: expression(node.expression))
    }

    private func arguments(_ node: FunctionCallExprSyntax, _ callee: Expression) -> CallArguments {
        var trailing: [Argument] = []
        if let closure = node.trailingClosure {
            let value = Expression(.closure(self.closure(closure)), span(closure))
            trailing.append(Argument(label: nil, labelSpan: nil, value: value))
        }
        for element in node.additionalTrailingClosures {
            let value = Expression(.closure(closure(element.closure)), span(element.closure))
            trailing.append(Argument(label: name(element.label), labelSpan: span(element.label), value: value))
        }
        let start = node.leftParen.map { span($0) } ?? callee.span
        let end = node.rightParen.map { span($0) } ?? start
        return CallArguments(
            parenthesized: node.arguments.map(argument), trailing: trailing, span: start.joined(with: end))
    }

    private func specialization(_ node: GenericSpecializationExprSyntax) -> Expression.Kind {
        guard let base = node.expression.as(DeclReferenceExprSyntax.self) else {
            unsupported("generic arguments here are", node)
            return .invalid
        }
        let arguments = node.genericArgumentClause.arguments.map { genericArgument($0) }
        return .type(TypeReference(.named(name(base.baseName), arguments), span(node)))
    }

    /// `\.count` is the closure `{ $0.count }`.
    private func keyPath(_ node: KeyPathExprSyntax) -> Expression.Kind {
        let span = span(node)
        var body = Expression(.name("$0"), span)
        for component in node.components {
            guard case .property(let property) = component.component else {
                unsupported("key paths with subscripts or optionals are", component, hint: "use a closure: { $0… }")
                return .invalid
            }
            let token = property.declName.baseName
            if token.text == "self" { continue }
            body = Expression(.member(body, name: name(token), nameSpan: self.span(token)), span)
        }
        // `\Point.x` tells what it is read of.
        let named = node.root.map { [ClosureParameter(name: "$0", type: type($0), span: span)] }
        return .closure(
            ClosureLiteral(
                parameters: named, captures: [], throwsMark: false, result: nil,
                body: [Statement(.expression(body), span)], anonymousCount: 1, span: span))
    }
}
