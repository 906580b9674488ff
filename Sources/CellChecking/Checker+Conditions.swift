internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    // MARK: if

    func ifStatement(_ statement: IfStatement) -> CheckedIf {
        inside(.labelled, statement.label) { target in
            let (conditions, body) = inBlock { (self.conditions(statement.conditions), inner(statement.body)) }
            let otherwise = statement.otherwise.map { elseBody($0) }
            return CheckedIf(target: target, conditions: conditions, body: body, otherwise: otherwise)
        }
    }

    /// `else if` needs no block of its own: of a thousand each would stand within the one before.
    private func elseBody(_ list: [Statement]) -> [CheckedStatement] {
        guard list.count == 1, case .ifElse(let next) = list[0].kind else { return inner(list) }
        let start = solver.mark.variables
        let checked = ifStatement(next)
        settleStatement(since: start)
        return [CheckedStatement(.ifElse(checked), list[0].span)]
    }

    /// `if` as an expression.
    func ifValue(_ statement: IfStatement, _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        let branches = BranchValues(expecting)
        let checked = ifValue(statement, branches)
        return make(.ifElse(checked), branches.type ?? .never, span)
    }

    private func ifValue(_ statement: IfStatement, _ branches: BranchValues) -> CheckedIf {
        inside(.labelled, nil) { target in
            let (conditions, body) = inBlock {
                (self.conditions(statement.conditions), inBlock { branch(statement.body, branches, statement.span) })
            }
            if statement.otherwise == nil {
                error(.ifWithoutElse, at: statement.span)
            }
            let otherwise = statement.otherwise.map { list in inBlock { branch(list, branches, statement.span) } }
            return CheckedIf(target: target, conditions: conditions, body: body, otherwise: otherwise)
        }
    }

    /// A branch of `if` or `switch` that gives a value: one expression.
    func branch(_ list: [Statement], _ branches: BranchValues, _ span: SourceSpan) -> [CheckedStatement] {
        guard list.count == 1, let only = list.first else {
            error(
                .branchWithoutValue,
                at: list.first?.span ?? span)
            return inner(list)
        }
        switch only.kind {
        case .expression(let expression): return [value(expression, branches)]
        case .ifElse(let statement):
            let checked = ifValue(statement, branches)
            return [
                CheckedStatement(.expression(make(.ifElse(checked), branches.type ?? .never, only.span)), only.span)
            ]
        case .switched(let statement):
            let checked = switchValue(statement, branches)
            return [
                CheckedStatement(.expression(make(.switched(checked), branches.type ?? .never, only.span)), only.span)
            ]
        default: return statements(list)
        }
    }

    private func value(_ expression: Expression, _ branches: BranchValues) -> CheckedStatement {
        if branches.isWanted, let type = branches.type {
            let value = checkWished(expression, type)
            if branches.isWrong, convert(value, to: type) == nil {
                return CheckedStatement(.expression(invalid(value.span)), expression.span)
            }
            let count = findings.diagnostics.count
            let result = converted(value, to: type, .specified)
            if findings.diagnostics.count > count { branches.isWrong = true }
            return CheckedStatement(.expression(result), expression.span)
        }
        let start = solver.mark.variables
        let value = check(expression)
        if !branches.staysOpen { settleStatement(since: start) }
        add(value, to: branches)
        return CheckedStatement(.expression(value), expression.span)
    }

    /// Each branch has a type by itself; values and optionals of them go together, as optionals.
    private func add(_ value: CheckedExpression, to branches: BranchValues) {
        guard !value.type.isNever else { return }
        branches.values.append(value)
        guard let known = branches.type else { return branches.type = value.type }
        if branches.staysOpen, known.byItself != value.type.byItself {
            solver.settleLiterals(in: known)
            solver.settleLiterals(in: value.type)
        }
        guard let common = join(known, value.type) else {
            branches.type = .unknown
            return error(
                .branchesDiffer(known.settled, value.type.settled), at: value.span,
                hints: hints(from: value.type.settled, to: known.settled))
        }
        branches.type = common
        // Earlier ones have the type that was known, so that most often nothing is to be done for them.
        let areSettled = conversion(from: known, to: common).map { $0.conversion == nil } ?? false
        for value in areSettled ? branches.values.suffix(1) : branches.values[...] { wrap(value, common) }
    }

    /// Makes an expression that stands in the tree already one of another type.
    private func wrap(_ value: CheckedExpression, _ type: CellType) {
        guard let step = conversion(from: value.type, to: type), let conversion = step.conversion else { return }
        value.kind = .convert(make(value.kind, value.type, value.span), conversion)
        value.type = type
    }

    // MARK: guard

    func guardStatement(
        _ conditions: [Condition], _ otherwise: [Statement], _ span: SourceSpan
    ) -> CheckedStatement.Kind {
        // What it binds is not there in its own `else`.
        let count = findings.diagnostics.count
        let body = inner(otherwise)
        let isRight = findings.diagnostics.count == count
        let checked = self.conditions(conditions)
        if !body.alwaysLeaves, isRight {
            error(
                .guardFallsThrough,
                at: SourceSpan(start: max(span.start, span.end - 1), end: span.end))
        }
        return .guardElse(checked, otherwise: body)
    }

    // MARK: Conditions

    func conditions(_ list: [Condition]) -> [CheckedCondition] {
        list.map { condition in
            switch condition {
            case .expression(let expression): return .expression(check(expression, to: .bool, .condition))
            case .binding(let pattern, let type, let value): return binding(pattern, type, value)
            case .match(let pattern, let value):
                let start = solver.mark.variables
                let checked = check(value)
                settleStatement(since: start)
                return .match(self.pattern(pattern, of: checked.type).checked, checked)
            }
        }
    }

    /// `let x = optional`.
    private func binding(_ pattern: Pattern, _ type: TypeReference?, _ value: Expression) -> CheckedCondition {
        let start = solver.mark.variables
        if pattern.isSelective {
            error(
                .patternWithoutCase, at: pattern.span,
                hints: ["write 'if case \(source[pattern.span])? = …' to compare, or a name to unwrap"])
        }
        let wanted = type.map { CellType.optional(resolve($0)) }
        let checked = wanted.map { check(value, to: $0, .specified) } ?? check(value)
        settleStatement(since: start)
        var wrapped = checked.type.wrapped
        if wrapped == nil {
            if !checked.type.isUnknown {
                error(
                    .bindingOfNoOptional(checked.type.settled),
                    at: checked.span)
            }
            wrapped = .unknown
        }
        let bound = pattern.isSelective ? .unknown : wrapped ?? .unknown
        return .binding(self.pattern(pattern, of: bound).checked, checked)
    }
}

extension Pattern {
    /// Whether it may not match, and then stands behind `case`.
    fileprivate var isSelective: Bool {
        switch kind {
        case .wildcard, .name: false
        case .tuple(let elements): elements.contains(where: \.pattern.isSelective)
        case .enumCase, .some, .expression, .isType, .asType: true
        }
    }
}

/// The type that the branches of an `if` or `switch` expression have so far.
final class BranchValues {
    var type: CellType?
    /// Whether the type is told by what stands around it.
    let isWanted: Bool
    var values: [CheckedExpression] = []
    /// Whether their literals are what the rest of the statement tells, as the result of a closure: they must be of one kind.
    let staysOpen: Bool
    /// Whether one is of another type than the one that is wanted, of which one word is enough.
    var isWrong = false

    init(_ expecting: CellType?) {
        type = expecting.flatMap { $0.resolved.isConcrete ? $0 : nil }
        isWanted = type != nil
        staysOpen = expecting != nil && type == nil
    }
}
