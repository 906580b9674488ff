package import CellSyntax

/// Goes through all statements and expressions of a cell, each before what it holds.
package struct TreeWalk {
    private let onStatement: (Statement) -> Void
    private let onExpression: (Expression) -> Void

    package init(
        statement: @escaping (Statement) -> Void = { _ in }, expression: @escaping (Expression) -> Void = { _ in }
    ) {
        (onStatement, onExpression) = (statement, expression)
    }

    package func walk(_ statements: [Statement]) { statements.forEach(walk) }

    package func walk(_ statement: Statement) {
        onStatement(statement)
        switch statement.kind {
        case .expression(let expression), .throwing(let expression): walk(expression)
        case .variable(let declaration): declaration.bindings.forEach { walk($0.initializer) }
        case .function(let function): walk(function.body ?? [])
        case .type(let type): walk(type.members)
        case .ifElse(let branch): walk(branch)
        case .guardElse(let conditions, let otherwise): walk(conditions, otherwise)
        case .whileLoop(_, let conditions, let body): walk(conditions, body)
        case .repeatLoop(_, let body, let until):
            walk(body)
            walk(until)
        case .forLoop(let loop):
            walk(loop.sequence)
            walk(loop.filter)
            walk(loop.body)
        case .switched(let choice): walk(choice)
        case .doCatch(_, let body, let clauses):
            walk(body)
            clauses.forEach { walk($0.body) }
        case .deferred(let body): walk(body)
        case .returning(let expression): walk(expression)
        case .typeAlias, .importModule, .breaking, .continuing, .fallingThrough, .invalid: break
        }
    }

    private func walk(_ branch: IfStatement) {
        walk(branch.conditions, branch.body)
        walk(branch.otherwise ?? [])
    }

    private func walk(_ choice: SwitchStatement) {
        walk(choice.subject)
        choice.cases.forEach { walk($0.body) }
    }

    private func walk(_ conditions: [Condition], _ body: [Statement]) {
        for condition in conditions {
            switch condition {
            case .expression(let value), .binding(_, _, let value), .match(_, let value): walk(value)
            }
        }
        walk(body)
    }

    private func walk(_ expression: Expression?) {
        guard let expression else { return }
        onExpression(expression)
        children(of: expression).forEach(walk)
    }

    private func children(of expression: Expression) -> [Expression] {
        switch expression.kind {
        case .array(let elements): return elements
        case .dictionary(let elements): return elements.flatMap { [$0.key, $0.value] }
        case .tuple(let elements): return elements.map(\.value)
        case .string(let segments):
            return segments.compactMap { if case .interpolation(let inner) = $0 { inner } else { nil } }
        case .call(let callee, let arguments):
            return [callee] + (arguments.parenthesized + arguments.trailing).map(\.value)
        case .subscripted(let base, let indices): return [base] + indices.map(\.value)
        case .member(let base, _, _): return [base].compactMap { $0 }
        case .prefix(_, let inner), .postfix(_, let inner), .parenthesized(let inner), .forceUnwrap(let inner),
            .chained(let inner), .chain(let inner), .cast(let inner, _, _), .isType(let inner, _),
            .attempt(_, let inner), .inOut(let inner):
            return [inner]
        case .infix(_, _, let left, let right), .assignment(let left, let right): return [left, right]
        case .ternary(let condition, let first, let second): return [condition, first, second]
        case .closure(let closure):
            walk(closure.body)
            return []
        case .ifElse(let branch):
            walk(branch)
            return []
        case .switched(let choice):
            walk(choice)
            return []
        case .integer, .float, .boolean, .nilLiteral, .name, .discard, .type, .invalid: return []
        }
    }
}
