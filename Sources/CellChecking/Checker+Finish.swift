internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// At the end of a statement: literals that nothing has told otherwise get their standard types.
    func settleStatement(since start: Int) {
        decideOperators()
        solver.settleLiterals(since: start)
        decideOperators()
        refuseUntold()
    }

    /// Finds the operators whose operands' type has become known.
    func decideOperators() {
        guard !findings.undecided.isEmpty else { return }
        var left: [CheckedExpression] = []
        let waiting = findings.undecided
        findings.undecided = []
        for expression in waiting where !decide(expression) { left.append(expression) }
        findings.undecided = left + findings.undecided
    }

    private func decide(_ expression: CheckedExpression) -> Bool {
        guard case .undecided(let name, let operands) = expression.kind else { return true }
        guard operands.contains(where: { $0.type.nominal != nil || $0.type.isUnknown }) else { return false }
        let decided =
            operands.count == 1
            ? prefixOperator(name, operands[0], expecting: nil, expression.span)
            : infixOperator(name, operands[0], operands[1], expecting: nil, expression.span, expression.span)
        if !solver.unify(decided.type, expression.type) {
            error(
                .wrongType(decided.type, expected: expression.type),
                at: expression.span)
        }
        expression.kind = decided.kind
        return true
    }

    /// At the end of the cell: everything that was made gets its final type.
    func finish() {
        settleStatement(since: 0)
        for expression in findings.undecided {
            error(.operandsUnknown, at: expression.span)
        }
        for expression in findings.expressions {
            expression.type = expression.type.settled
            switch expression.kind {
            case .convert(let inner, let conversion): expression.kind = .convert(inner, conversion.settled)
            case .cast(let inner, let isForced, let type):
                expression.kind = .cast(inner, isForced: isForced, type.settled)
            case .isType(let inner, let type): expression.kind = .isType(inner, type.settled)
            case .metatype(let type): expression.kind = .metatype(type.settled)
            default: break
            }
        }
        reportUnhashable()
        spreadCaptures()
        for variable in findings.variables { variable.type = variable.type.settled }
        for closure in findings.closures { closure.resultType = closure.resultType.settled }
        if findings.diagnostics.isEmpty { reportUnknownTypes() }
    }

    /// What has no meaning has been told as a mistake; if it ever is not, this is.
    func reportWithoutMeaning() {
        for expression in findings.expressions {
            if case .invalid = expression.kind { return report(.withoutMeaning(at: expression.span)) }
        }
    }

    /// What a set holds and a dictionary is read by must have a hash, also where the type is only written.
    private func reportUnhashable() {
        for (type, span) in findings.writtenTypes {
            guard let part = conformances.unhashable(in: type.settled) else { continue }
            error(.notHashable(part), at: span)
        }
        for expression in findings.expressions {
            guard case .call(let signature, nil, _) = expression.kind, signature.name == "init",
                let type = expression.type.nominal, [BuiltIn.set, BuiltIn.dictionary].contains(type),
                let part = conformances.unhashable(in: expression.type.settled)
            else { continue }
            error(.notHashable(part), at: expression.span)
        }
    }

    /// Whoever calls a local function needs what it captures, and so do those around the caller.
    private func spreadCaptures() {
        var count = -1
        var now = 0
        while now != count {
            count = now
            for use in localUses {
                for variable in use.function.scope.captures { use.scope.use(variable) }
            }
            now = localUses.reduce(0) { $0 + $1.scope.captures.count }
        }
    }

    /// A type that inference left open, such as that of `let x = []`.
    private func reportUnknownTypes() {
        for variable in findings.variables where !variable.type.freeVariables.isEmpty {
            if case .nominal(let type, _) = variable.type, type === BuiltIn.array || type === BuiltIn.dictionary {
                return error(.emptyCollectionUntyped, at: variable.span)
            }
            return error(
                .typeNotInferred(of: variable.name), at: variable.span)
        }
        for expression in findings.expressions {
            guard case .call(let signature, _, _) = expression.kind, let free = expression.type.freeVariables.first,
                !free.name.isEmpty
            else { continue }
            return error(
                .genericNotInferred(free.name, of: signature.name), at: expression.span)
        }
    }
}

extension CheckedConversion {
    var settled: CheckedConversion {
        switch self {
        case .existential(let type): .existential(from: type.settled)
        case .elements(let inner): .elements(inner.settled)
        case .values(let inner): .values(inner.settled)
        case .inner(let inner): .inner(inner.settled)
        case .both(let inner): .both(inner.settled)
        case .tuple(let parts, let labels): .tuple(parts.map { $0?.settled }, labels: labels)
        case .wrap, .sequence, .splat: self
        }
    }
}
