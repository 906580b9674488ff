internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// The statements of a cell: what they declare belongs to the session.
    func topLevel(_ list: [Statement]) -> [CheckedStatement] {
        let result = statements(list)
        while !findings.laterBodies.isEmpty {
            let bodies = findings.laterBodies
            findings.laterBodies = []
            for body in bodies { body() }
        }
        return result
    }

    /// Statements in the block that is open.
    func statements(_ list: [Statement]) -> [CheckedStatement] {
        let outer = expressionDepth
        expressionDepth = 0
        defer { expressionDepth = outer }
        hoist(list)
        let result = list.flatMap { statement in
            let start = solver.mark.variables
            let result = self.statement(statement)
            settleStatement(since: start)
            return result
        }
        for body in block.waitingBodies { body() }
        block.waitingBodies = []
        return result
    }

    /// Statements in a block of their own.
    func inner(_ list: [Statement]) -> [CheckedStatement] { inBlock { statements(list) } }

    func inBlock<Result>(_ body: () -> Result) -> Result {
        let outer = block
        block = BlockNames(parent: outer)
        defer { block = outer }
        return body()
    }

    private func statement(_ statement: Statement) -> [CheckedStatement] {
        let span = statement.span
        switch statement.kind {
        case .expression(let expression):
            let checked = check(expression)
            refuseMixed(in: checked, isPrinted: true)
            return [CheckedStatement(.expression(checked), span)]
        case .variable(let declaration): return variables(declaration)
        case .function(let declaration): return localFunction(declaration, span)
        case .type, .typeAlias: return []
        case .importModule(let name):
            importModule(name, span)
            return []
        default: return [CheckedStatement(control(statement), span)]
        }
    }

    private func control(_ statement: Statement) -> CheckedStatement.Kind {
        let span = statement.span
        switch statement.kind {
        case .ifElse(let statement): return .ifElse(ifStatement(statement))
        case .guardElse(let conditions, let otherwise): return guardStatement(conditions, otherwise, span)
        case .whileLoop(let label, let conditions, let body): return whileLoop(label, conditions, body)
        case .repeatLoop(let label, let body, let until): return repeatLoop(label, body, until)
        case .forLoop(let loop): return forLoop(loop)
        case .switched(let statement): return .switched(switchStatement(statement))
        case .doCatch(let label, let body, let clauses): return doCatch(label, body, clauses)
        case .deferred(let body): return .deferred(inner(body))
        case .throwing(let error): return throwing(error, span)
        case .returning(let value): return returning(value, span)
        case .breaking(let label): return breaking(label, span)
        case .continuing(let label): return continuing(label, span)
        case .fallingThrough: return .fallingThrough
        default: return .nothing
        }
    }

    private func importModule(_ name: String, _ span: SourceSpan) {
        guard !library.modules.contains(name) else { return }
        let all = library.modules.sorted().joined(separator: ", ")
        error(.noModule(name), at: span, hints: ["modules that a cell can import: \(all)"])
    }

    // MARK: Leaving

    private func throwing(_ value: Expression, _ span: SourceSpan) -> CheckedStatement.Kind {
        let checked = check(value)
        solver.settleLiterals(in: checked.type)
        if context.handledDepth == 0 {
            context.foundThrow = true
            if context.kind == .function, !context.mayThrow {
                error(
                    .unhandledThrow, at: span,
                    hints: ["mark the function 'throws'"])
            }
        }
        guard let converted = convert(checked, to: .error) else {
            let type = checked.type.settled
            return .throwing(
                failed(
                    .thrownNoError(type), at: checked.span,
                    hints: type.nominal?.kind == .host ? [] : ["declare it so: '\(type): Error'"]))
        }
        return .throwing(converted)
    }

    private func returning(_ value: Expression?, _ span: SourceSpan) -> CheckedStatement.Kind {
        guard let result = context.result else {
            if let value { _ = check(value) }
            error(.returnOutside, at: span)
            return .nothing
        }
        if context.isInitializer { return returningFromInitializer(value, result) }
        guard let value else {
            if !result.isVoid, !solver.unify(result, .void) {
                error(.returnWithoutValue, at: span)
            }
            return .returning(nil)
        }
        if result.isVoid {
            let checked = check(value)
            if !checked.type.isVoid, !checked.type.isNever, !checked.type.isUnknown {
                error(.returnOfVoid, at: value.span)
            }
            return .returning(checked)
        }
        return .returning(check(value, to: result, .result))
    }

    private func returningFromInitializer(_ value: Expression?, _ result: CellType) -> CheckedStatement.Kind {
        guard let value else { return .returning(nil) }
        guard case .nilLiteral = value.kind, result.wrapped != nil else {
            error(.returnInInitializer, at: value.span)
            return .nothing
        }
        return .returning(check(value, to: result, .result))
    }

    private func breaking(_ label: String?, _ span: SourceSpan) -> CheckedStatement.Kind {
        let target = context.targets.last { label == nil ? $0.kind != .labelled : $0.label == label }
        if let target { return .breaking(target.loop) }
        if let label {
            report(.unknownName(label, what: "label", at: span))
        } else {
            error(.misplacedBreak, at: span)
        }
        return .nothing
    }

    private func continuing(_ label: String?, _ span: SourceSpan) -> CheckedStatement.Kind {
        let target = context.targets.last { $0.kind == .loop && (label == nil || $0.label == label) }
        if let target { return .continuing(target.loop) }
        if let label {
            report(.unknownName(label, what: "label", at: span))
        } else {
            error(.misplacedContinue, at: span)
        }
        return .nothing
    }

    /// Checks what stands inside of a statement that `break` or `continue` may name.
    func inside<Result>(
        _ kind: FunctionContext.Target.Kind, _ label: String?, _ body: (CheckedLoop) -> Result
    ) -> Result {
        let loop = CheckedLoop()
        context.targets.append(FunctionContext.Target(label: label, loop: loop, kind: kind))
        defer { context.targets.removeLast() }
        return body(loop)
    }
}
