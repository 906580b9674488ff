internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    func closure(_ literal: ClosureLiteral, expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        let wanted = expecting.map { $0.wrapped ?? $0 }?.functionType
        let outer = (scope, block, context)
        let checked = CheckedClosure(scope: FunctionScope(parent: scope), span: span)
        let captured = captureValues(literal)
        scope = checked.scope
        block = BlockNames(parent: block)
        let inner = FunctionContext(.closure, result: nil, mayThrow: true)
        inner.selfVariable = outer.2.selfVariable
        inner.ownType = outer.2.ownType
        context = inner
        defer { (scope, block, context) = outer }
        // Of what is already wrong nothing is known, and nothing more is said.
        let isOfUnknown = expecting?.isUnknown ?? false
        guard let parameters = parameters(literal, wanted, isOfUnknown, checked, span) else { return invalid(span) }
        for (name, value) in captured {
            let variable = declareLocal(name, value.type, isConstant: true, span)
            checked.captureList.append((variable, value))
        }
        let result = literal.result.map(resolve) ?? wanted?.result ?? solver.fresh()
        inner.result = result
        checked.resultType = result
        let isTold = result.isConcrete
        checked.body = body(literal, result, hasWish: literal.result != nil || wanted != nil)
        if isTold, let value = checked.onlyValue { findings.mixed.removeAll { $0.expression === value } }
        findings.closures.append(checked)
        var throwing = inner.foundThrow || literal.throwsMark
        if throwing, let wanted, !wanted.isThrowing {
            throwing = false
            error(
                .throwingClosure(wanted: CellType.function(wanted).settled),
                at: SourceSpan(start: span.start, end: span.start + 1),
                hints: ["handle the error inside, with do/catch or 'try?'"])
        }
        let type = FunctionType(parameters: parameters, isThrowing: throwing, result: result)
        return make(.closure(checked), .function(type), span)
    }

    /// The values of a capture list, as they are outside.
    private func captureValues(_ literal: ClosureLiteral) -> [(String, CheckedExpression)] {
        literal.captures.map { capture in
            let value = check(capture.value)
            solver.settleLiterals(in: value.type)
            return (capture.name, value)
        }
    }

    // MARK: Parameters

    private func parameters(
        _ literal: ClosureLiteral, _ wanted: FunctionType?, _ isOfUnknown: Bool, _ checked: CheckedClosure,
        _ span: SourceSpan
    ) -> [FunctionType.Parameter]? {
        let named = literal.parameters
        let count = named?.count ?? literal.anonymousCount
        let names = named?.map(\.name) ?? (0..<max(count, wanted?.parameters.count ?? 0)).map { "$\($0)" }
        if let wanted {
            if count > 1, wanted.parameters.count == 1,
                let parts = splat(wanted.parameters[0].type, count, literal, checked, names)
            {
                _ = parts
                return wanted.parameters
            }
            // One that is being typed may still come to its arguments.
            let isTyped = probe.map { literal.span.start <= $0.place && $0.place < literal.span.end } ?? false
            let fits =
                named == nil && isTyped ? count <= wanted.parameters.count : count == wanted.parameters.count
            guard fits else {
                let n = wanted.parameters.count
                error(
                    named == nil && count == 0
                        ? .closureIgnoresArguments(n)
                        : .closureArgumentCount(n, of: CellType.function(wanted).settled, used: count),
                    at: SourceSpan(start: span.start, end: span.start + 1),
                    hints: n > 0 && count == 0
                        ? ["write '{ \(Array(repeating: "_", count: n).joined(separator: ", ")) in … }' to ignore them"]
                        : [])
                return nil
            }
        }
        var types: [FunctionType.Parameter] = []
        for (index, name) in names.enumerated() {
            var parameter = FunctionType.Parameter(type: .unknown)
            if let wanted, index < wanted.parameters.count { parameter = wanted.parameters[index] }
            if let named, let annotation = named[index].type {
                let type = resolve(annotation)
                if wanted != nil, !solver.unify(parameter.type, type) {
                    error(Purpose.argument.mistake(parameter.type.settled, type), at: annotation.span)
                }
                parameter.type = type
                if named[index].isInOut { parameter.isInOut = true }
            } else if wanted == nil {
                parameter.type = isOfUnknown ? .unknown : solver.fresh()
            }
            types.append(parameter)
            let variable = declareLocal(
                name, parameter.type, isConstant: !parameter.isInOut, named?[index].span ?? span)
            variable.isInOut = parameter.isInOut
            checked.parameters.append(variable)
            checked.inOutParameters.append(parameter.isInOut)
        }
        return types
    }

    /// `pairs.map { a, b in … }`: the elements of one tuple get names.
    private func splat(
        _ type: CellType, _ count: Int, _ literal: ClosureLiteral, _ checked: CheckedClosure, _ names: [String]
    ) -> [Variable]? {
        guard case .tuple(let elements) = type.resolved, elements.count == count else { return nil }
        checked.splatsTuple = true
        checked.parameters = zip(names, elements).map { name, element in
            declareLocal(name, element.type, isConstant: true, literal.span)
        }
        checked.inOutParameters = Array(repeating: false, count: count)
        return checked.parameters
    }

    // MARK: Body

    private func body(_ literal: ClosureLiteral, _ result: CellType, hasWish: Bool) -> [CheckedStatement] {
        if let only = literal.body.single {
            return [singleExpression(only, result, hasWish: hasWish)]
        }
        let count = findings.diagnostics.count
        let checked = inner(literal.body)
        // After other mistakes the end may only seem to be reached.
        guard findings.diagnostics.count == count else { return checked }
        if !literal.body.returnsValue, !result.resolved.isConcrete { _ = solver.unify(result, .void) }
        requireReturn(checked, result, literal.span, of: .closure)
        return checked
    }

    /// A body that is one expression returns its value.
    func singleExpression(_ expression: Expression, _ result: CellType, hasWish: Bool) -> CheckedStatement {
        if result.isVoid {
            return CheckedStatement(.expression(check(expression)), expression.span)
        }
        let value = hasWish || result.isConcrete ? checkWished(expression, result) : check(expression)
        if value.type.isNever { return CheckedStatement(.expression(value), expression.span) }
        if value.type.isVoid, solver.unify(result, .void) {
            return CheckedStatement(.expression(value), expression.span)
        }
        return CheckedStatement(.returning(converted(value, to: result, .result)), expression.span)
    }
}

extension [Statement] {
    /// The expression, when there is one statement and it is an expression (also `if` and `switch` with values).
    var single: Expression? {
        guard count == 1 else { return nil }
        switch self[0].kind {
        case .expression(let expression):
            if case .assignment = expression.kind { return nil }
            return expression
        case .ifElse(let statement) where statement.otherwise != nil && statement.branches.allSatisfy(\.isValue):
            return Expression(.ifElse(statement), self[0].span)
        case .switched(let statement) where statement.cases.allSatisfy({ $0.body.isValue }):
            return Expression(.switched(statement), self[0].span)
        default: return nil
        }
    }

    /// Whether it can be a branch that gives a value.
    var isValue: Bool {
        guard count == 1 else { return false }
        switch self[0].kind {
        case .expression(let expression):
            if case .assignment = expression.kind { return false }
            if case .infix(let name, _, _, _) = expression.kind { return !name.isCompoundAssignment }
            return true
        case .ifElse(let statement): return statement.otherwise != nil && statement.branches.allSatisfy(\.isValue)
        case .switched(let statement): return statement.cases.allSatisfy { $0.body.isValue }
        case .throwing: return true
        default: return false
        }
    }

    /// Whether a `return` with a value is somewhere in it (not in functions within).
    var returnsValue: Bool {
        contains { statement in
            switch statement.kind {
            case .returning(let value): value != nil
            case .ifElse(let statement): statement.branches.contains(where: \.returnsValue)
            case .guardElse(_, let otherwise): otherwise.returnsValue
            case .whileLoop(_, _, let body), .repeatLoop(_, let body, _): body.returnsValue
            case .forLoop(let loop): loop.body.returnsValue
            case .switched(let statement): statement.cases.contains { $0.body.returnsValue }
            case .doCatch(_, let body, let clauses): body.returnsValue || clauses.contains { $0.body.returnsValue }
            default: false
            }
        }
    }
}

extension IfStatement {
    var branches: [[Statement]] { [body] + (otherwise.map { [$0] } ?? []) }
}
