internal import SwiftSyntax

extension Lowering {
    /// - Parameter binding: nil outside of `let` and `var`; there a name is an expression to compare with.
    func pattern(_ node: PatternSyntax, binding: Bool?) -> Pattern {
        let span = span(node)
        switch node.as(PatternSyntaxEnum.self) {
        case .identifierPattern(let node):
            let name = name(node.identifier)
            guard let isVariable = binding else {
                return Pattern(.expression(Expression(.name(name), span)), span)
            }
            return Pattern(.name(name, isVariable: isVariable), span)
        case .wildcardPattern: return Pattern(.wildcard, span)
        case .tuplePattern(let node):
            let elements = node.elements.map { ($0.label.map(name), pattern($0.pattern, binding: binding)) }
            if elements.count == 1, elements[0].0 == nil { return elements[0].1 }
            return Pattern(.tuple(elements), span)
        case .valueBindingPattern(let node):
            return pattern(node.pattern, binding: node.bindingSpecifier.text == "var")
        case .expressionPattern(let node): return pattern(node.expression, binding: binding)
        case .isTypePattern(let node): return Pattern(.isType(type(node.type)), span)
        default: return Pattern(.wildcard, span)
        }
    }

    /// A pattern that the parser has read as an expression.
    private func pattern(_ node: ExprSyntax, binding: Bool?) -> Pattern {
        let span = span(node)
        switch node.as(ExprSyntaxEnum.self) {
        case .patternExpr(let node): return pattern(node.pattern, binding: binding)
        case .discardAssignmentExpr: return Pattern(.wildcard, span)
        case .declReferenceExpr(let node):
            if let binding { return Pattern(.name(name(node.baseName), isVariable: binding), span) }
        case .tupleExpr(let node):
            let elements = node.elements.map { ($0.label.map(name), pattern($0.expression, binding: binding)) }
            if elements.count == 1, elements[0].0 == nil { return elements[0].1 }
            return Pattern(.tuple(elements), span)
        case .optionalChainingExpr(let node):
            return Pattern(.some(pattern(node.expression, binding: binding)), span)
        case .sequenceExpr(let node):
            if let cast = castPattern(node, binding, span) { return cast }
        case .memberAccessExpr(let node):
            if let found = enumCase(node, elements: nil, span) { return found }
        case .functionCallExpr(let node):
            if let found = enumCase(calledIn: node, binding, span) { return found }
        default: break
        }
        return Pattern(.expression(expression(node)), span)
    }

    /// `.circle(let r)`, also where the dot has been left out.
    private func enumCase(calledIn node: FunctionCallExprSyntax, _ binding: Bool?, _ span: SourceSpan) -> Pattern? {
        guard node.trailingClosure == nil else { return nil }
        if let callee = node.calledExpression.as(MemberAccessExprSyntax.self) {
            return enumCase(callee, elements: elements(of: node, binding), span)
        }
        guard let callee = node.calledExpression.as(DeclReferenceExprSyntax.self),
            node.arguments.contains(where: { $0.expression.is(PatternExprSyntax.self) })
        else { return nil }
        let meant = name(callee.baseName)
        report(.unknownName(meant, at: self.span(callee), meant: "." + meant))
        return Pattern(.enumCase(type: nil, name: meant, elements: elements(of: node, binding)), span)
    }

    private func elements(of node: FunctionCallExprSyntax, _ binding: Bool?) -> [(label: String?, pattern: Pattern)] {
        node.arguments.map { ($0.label.map(name), pattern($0.expression, binding: binding)) }
    }

    /// `let x as Int`, which stands as the name, `as` and the type in a row.
    private func castPattern(_ node: SequenceExprSyntax, _ binding: Bool?, _ span: SourceSpan) -> Pattern? {
        let parts = Array(node.elements)
        guard parts.count == 3, parts[1].is(UnresolvedAsExprSyntax.self), let written = parts[2].as(TypeExprSyntax.self)
        else { return nil }
        return Pattern(.asType(pattern(parts[0], binding: binding), type(written.type)), span)
    }

    private func enumCase(
        _ node: MemberAccessExprSyntax, elements: [(label: String?, pattern: Pattern)]?, _ span: SourceSpan
    ) -> Pattern? {
        let name = name(node.declName.baseName)
        guard let base = node.base else { return Pattern(.enumCase(type: nil, name: name, elements: elements), span) }
        guard let base = base.as(DeclReferenceExprSyntax.self), base.baseName.text.first?.isUppercase == true else {
            return nil
        }
        let type = TypeReference(.named(self.name(base.baseName), []), self.span(base))
        return Pattern(.enumCase(type: type, name: name, elements: elements), span)
    }
}
