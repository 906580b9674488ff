internal import SwiftSyntax

extension Lowering {
    func closure(_ node: ClosureExprSyntax) -> ClosureLiteral {
        anonymousCounts.append(0)
        let captures = node.signature?.capture?.items.map(capture) ?? []
        let body = statements(node.statements)
        let anonymousCount = anonymousCounts.removeLast()
        let effects = node.signature?.effectSpecifiers
        if let keyword = effects?.asyncSpecifier { unsupported("'async' and concurrency are", keyword) }
        return ClosureLiteral(
            parameters: parameters(node.signature?.parameterClause), captures: captures,
            throwsMark: effects?.throwsClause != nil, result: node.signature?.returnClause.map { type($0.type) },
            body: body, anonymousCount: anonymousCount, span: span(node))
    }

    private func capture(_ node: ClosureCaptureSyntax) -> (name: String, value: Expression) {
        let name = name(node.name)
        return (name, node.initializer.map { expression($0.value) } ?? Expression(.name(name), span(node)))
    }

    private func parameters(_ clause: ClosureSignatureSyntax.ParameterClause?) -> [ClosureParameter]? {
        switch clause {
        case .simpleInput(let list)?:
            list.map { ClosureParameter(name: name($0.name), type: nil, span: span($0.name)) }
        case .parameterClause(let clause)?:
            clause.parameters.map { parameter in
                let token = parameter.secondName ?? parameter.firstName
                return ClosureParameter(
                    name: name(token), type: parameter.type.map(type), isInOut: parameter.type.map(isInOut) ?? false,
                    span: span(token))
            }
        case nil: nil
        }
    }
}
