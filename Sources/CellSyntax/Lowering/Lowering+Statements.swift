internal import SwiftSyntax

extension Lowering {
    func statements(_ list: CodeBlockItemListSyntax) -> [Statement] {
        list.map { item in
            let semicolon = item.semicolon?.presence == .present
            switch item.item {
            case .expr(let node): return expressionStatement(node, semicolon)
            case .stmt(let node):
                return Statement(statement(node, label: nil), span(node), endsWithSemicolon: semicolon)
            case .decl(let node): return Statement(declaration(node), span(node), endsWithSemicolon: semicolon)
            }
        }
    }

    private func expressionStatement(_ node: ExprSyntax, _ semicolon: Bool) -> Statement {
        let kind: Statement.Kind =
            switch node.as(ExprSyntaxEnum.self) {
            case .ifExpr(let node): .ifElse(ifStatement(node, label: nil))
            case .switchExpr(let node): .switched(switchStatement(node, label: nil))
            default: .expression(expression(node))
            }
        return Statement(kind, span(node), endsWithSemicolon: semicolon)
    }

    private func statement(_ node: StmtSyntax, label: String?) -> Statement.Kind {
        switch node.as(StmtSyntaxEnum.self) {
        case .expressionStmt(let node):
            switch node.expression.as(ExprSyntaxEnum.self) {
            case .ifExpr(let node): return .ifElse(ifStatement(node, label: label))
            case .switchExpr(let node): return .switched(switchStatement(node, label: label))
            default: return .expression(expression(node.expression))
            }
        case .labeledStmt(let node): return statement(node.statement, label: name(node.label))
        case .guardStmt(let node):
            return .guardElse(node.conditions.map(condition), otherwise: statements(node.body.statements))
        case .whileStmt(let node):
            return .whileLoop(
                label: label, node.conditions.map(condition), body: statements(node.body.statements))
        case .repeatStmt(let node):
            return .repeatLoop(label: label, body: statements(node.body.statements), until: expression(node.condition))
        case .forStmt(let node): return forLoop(node, label: label)
        case .doStmt(let node): return doCatch(node, label: label)
        case .deferStmt(let node): return .deferred(statements(node.body.statements))
        case .throwStmt(let node): return .throwing(source(node.expression))
        case .returnStmt(let node): return .returning(node.expression.map(source))
        case .breakStmt(let node): return .breaking(node.label.map(name))
        case .continueStmt(let node): return .continuing(node.label.map(name))
        case .fallThroughStmt: return .fallingThrough
        case .missingStmt: return .invalid
        default:
            unsupported("this statement is", node)
            return .invalid
        }
    }

    func ifStatement(_ node: IfExprSyntax, label: String?) -> IfStatement {
        var otherwise: [Statement]?
        switch node.elseBody {
        case .codeBlock(let block)?: otherwise = statements(block.statements)
        case .ifExpr(let next)?:
            otherwise = [Statement(.ifElse(ifStatement(next, label: nil)), span(next))]
        case nil: break
        }
        return IfStatement(
            label: label, conditions: node.conditions.map(condition), body: statements(node.body.statements),
            otherwise: otherwise, span: span(node))
    }

    private func condition(_ node: ConditionElementSyntax) -> Condition {
        switch node.condition {
        case .expression(let node): return .expression(expression(node))
        case .optionalBinding(let node):
            let isVariable = node.bindingSpecifier.text == "var"
            let pattern = pattern(node.pattern, binding: isVariable)
            var value = Expression(.invalid, span(node))
            if let initializer = node.initializer {
                value = expression(initializer.value)
            } else if case .name(let name, _) = pattern.kind {
                value = Expression(.name(name), pattern.span)
            }
            return .binding(pattern, type: node.typeAnnotation.map { type($0.type) }, value: value)
        case .matchingPattern(let node):
            return .match(pattern(node.pattern, binding: nil), value: expression(node.initializer.value))
        case .availability(let node):
            unsupported("availability conditions are", node)
            return .expression(Expression(.invalid, span(node)))
        }
    }

    private func forLoop(_ node: ForStmtSyntax, label: String?) -> Statement.Kind {
        if let keyword = node.awaitKeyword { unsupported("'await' and concurrency are", keyword) }
        return .forLoop(
            ForLoop(
                label: label, pattern: pattern(node.pattern, binding: node.caseKeyword == nil ? false : nil),
                isCase: node.caseKeyword != nil, type: node.typeAnnotation.map { type($0.type) },
                sequence: expression(node.sequence), filter: node.whereClause.map { expression($0.condition) },
                body: statements(node.body.statements)))
    }

    func switchStatement(_ node: SwitchExprSyntax, label: String?) -> SwitchStatement {
        let cases = node.cases.compactMap { element -> SwitchCase? in
            guard case .switchCase(let node) = element else {
                unsupported("conditional compilation is", element)
                return nil
            }
            let body = statements(node.statements)
            guard case .case(let label) = node.label else {
                return SwitchCase(items: [], isDefault: true, body: body, span: span(node.label))
            }
            let items = label.caseItems.map { item in
                (
                    pattern: pattern(item.pattern, binding: nil),
                    filter: item.whereClause.map { expression($0.condition) }
                )
            }
            return SwitchCase(items: items, isDefault: false, body: body, span: span(label))
        }
        return SwitchStatement(label: label, subject: expression(node.subject), cases: cases, span: span(node))
    }

    private func doCatch(_ node: DoStmtSyntax, label: String?) -> Statement.Kind {
        let clauses = node.catchClauses.map { clause in
            CatchClause(
                items: clause.catchItems.compactMap { item in
                    guard let pattern = item.pattern else { return nil }
                    return (self.pattern(pattern, binding: nil), item.whereClause.map { expression($0.condition) })
                },
                body: statements(clause.body.statements), span: span(clause.catchKeyword))
        }
        return .doCatch(label: label, body: statements(node.body.statements), clauses)
    }
}
