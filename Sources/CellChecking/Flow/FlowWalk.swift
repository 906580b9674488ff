internal import CellMeaning
internal import CellSyntax

/// Follows a body along its ways: what is read has a value on each of them, constants get one once, and functions that
/// may not be kept are not kept.
///
/// It runs on a cell that has no other mistakes, as swiftc does.
final class FlowWalk {
    unowned let checker: Checker
    var state = FlowState()
    /// What is looked after, with what messages call it.
    var tracked: [FlowKey: Variable] = [:]
    /// Names of a block whose declaration comes later.
    var undeclared: Set<ObjectIdentifier> = []
    /// What an initialiser makes.
    var initialised: Variable?
    /// Where a `break` leads.
    private var exits: [ObjectIdentifier: FlowState] = [:]
    private var fallsThrough = FlowState.unreached
    /// Where a `continue` comes from.
    private var turns: [ObjectIdentifier: FlowState] = [:]
    /// Where errors are thrown that the innermost `do` may catch.
    private var thrown = FlowState.unreached
    /// Each variable's first problem is enough.
    var reported: Set<FlowKey> = []
    /// In the first walk through a loop, which only finds out what it assigns.
    var isSilent = false
    /// How many closures stand around.
    var closureDepth = 0

    init(_ checker: Checker) { self.checker = checker }

    func error(_ mistake: Mistake, at span: SourceSpan, hints: [String] = []) {
        if !isSilent { checker.error(mistake, at: span, hints: hints) }
    }

    // MARK: Statements

    func walk(_ statements: [CheckedStatement]) {
        for statement in statements {
            guard case .binding(let pattern, _) = statement.kind else { continue }
            for variable in pattern.variables { undeclared.insert(ObjectIdentifier(variable)) }
        }
        for statement in statements { walk(statement) }
    }

    private func walk(_ statement: CheckedStatement) {
        switch statement.kind {
        case .expression(let expression): visit(expression)
        case .binding(let pattern, let value): bind(pattern, value)
        case .ifElse(let statement): walk(statement)
        case .guardElse(let conditions, let otherwise): guarded(conditions, otherwise)
        case .whileLoop(let loop, let conditions, let body):
            let isEndless = conditions.areAlwaysTrue
            self.loop(loop, mayPass: !isEndless) {
                self.conditions(conditions)
                walk(body)
            }
        case .repeatLoop(let loop, let body, let until): repeated(loop, body, until)
        case .forLoop(let statement): walk(statement)
        case .switched(let statement): walk(statement)
        case .doCatch(let target, let body, let clauses): walk(target, body, clauses)
        case .deferred(let body):
            let before = state
            walk(body)
            state = before
        case .throwing(let value), .returning(let value?):
            visit(value)
            if case .returning = statement.kind, initialised != nil, closureDepth == 0 {
                leaveInitialiser(value, statement.span)
            }
            if case .throwing = statement.kind { noteThrow() }
            state = .unreached
        case .returning(nil):
            if initialised != nil, closureDepth == 0 { leaveInitialiser(nil, statement.span) }
            state = .unreached
        case .breaking(let loop): leave(loop)
        case .continuing(let loop):
            turns[ObjectIdentifier(loop)] = (turns[ObjectIdentifier(loop)] ?? .unreached).joined(with: state)
            state = .unreached
        case .fallingThrough:
            fallsThrough = state
            state = .unreached
        case .function, .nothing: break
        }
    }

    private func leave(_ loop: CheckedLoop) {
        exits[ObjectIdentifier(loop)] = (exits[ObjectIdentifier(loop)] ?? .unreached).joined(with: state)
        state = .unreached
    }

    private func comeOut(of loop: CheckedLoop) {
        guard let exit = exits.removeValue(forKey: ObjectIdentifier(loop)) else { return }
        state = state.joined(with: exit)
    }

    private func bind(_ pattern: CheckedPattern, _ value: CheckedExpression?) {
        if let value { visit(value) }
        self.pattern(pattern)
        for variable in pattern.variables {
            undeclared.remove(ObjectIdentifier(variable))
            guard value == nil else { continue }
            let key = FlowKey.of(variable)
            tracked[key] = variable
            state.set.remove(key)
            state.maybe.remove(key)
        }
    }

    // MARK: Branches

    func walk(_ statement: CheckedIf) {
        conditions(statement.conditions)
        let start = state
        walk(statement.body)
        let first = state
        state = start
        if let otherwise = statement.otherwise { walk(otherwise) }
        state = first.joined(with: state)
        comeOut(of: statement.target)
    }

    private func guarded(_ conditions: [CheckedCondition], _ otherwise: [CheckedStatement]) {
        self.conditions(conditions)
        let start = state
        walk(otherwise)
        state = start
    }

    func walk(_ statement: CheckedSwitch) {
        visit(statement.subject)
        let start = state
        var end = FlowState.unreached
        fallsThrough = .unreached
        for one in statement.cases {
            state = start.joined(with: fallsThrough)
            fallsThrough = .unreached
            items(one.items)
            walk(one.body)
            end = end.joined(with: state)
        }
        state = end
        comeOut(of: statement.target)
    }

    private func walk(_ target: CheckedLoop, _ body: [CheckedStatement], _ clauses: [CheckedCatch]) {
        let start = state
        let outer = thrown
        thrown = .unreached
        walk(body)
        var end = state
        let failed = thrown.isReached ? thrown : start
        let handlesAll = clauses.contains { $0.items.isEmpty }
        thrown = handlesAll ? outer : outer.joined(with: failed)
        for clause in clauses {
            state = failed
            items(clause.items)
            walk(clause.body)
            end = end.joined(with: state)
        }
        state = end
        comeOut(of: target)
    }

    func noteThrow() { thrown = thrown.joined(with: state) }

    private func items(_ items: [(pattern: CheckedPattern, filter: CheckedExpression?)]) {
        for item in items {
            pattern(item.pattern)
            if let filter = item.filter { visit(filter) }
        }
    }

    // MARK: Loops

    private func walk(_ statement: CheckedFor) {
        visit(statement.sequence)
        loop(statement.target, mayPass: true) {
            pattern(statement.pattern)
            if let filter = statement.filter { visit(filter) }
            walk(statement.body)
        }
    }

    private func repeated(_ loop: CheckedLoop, _ body: [CheckedStatement], _ until: CheckedExpression) {
        var after = FlowState.unreached
        self.loop(loop, mayPass: false) {
            walk(body)
            state = state.joined(with: turns[ObjectIdentifier(loop)] ?? .unreached)
            visit(until)
            after = state
        }
        state = state.joined(with: after)
    }

    /// What a turn assigns may be there already in the next.
    private func loop(_ loop: CheckedLoop, mayPass: Bool, _ turn: () -> Void) {
        let start = state
        var back = FlowState.unreached
        if !isSilent, !tracked.isEmpty || initialised != nil {
            let before = (tracked, undeclared)
            isSilent = true
            turn()
            isSilent = false
            back = endOfTurn(loop)
            (tracked, undeclared) = before
            exits[ObjectIdentifier(loop)] = nil
            state = start
            state.maybe.formUnion(back.maybe)
        }
        turn()
        back = back.joined(with: endOfTurn(loop))
        state = mayPass ? start : .unreached
        if mayPass { state.maybe.formUnion(back.maybe) }
        comeOut(of: loop)
    }

    private func endOfTurn(_ loop: CheckedLoop) -> FlowState {
        state.joined(with: turns.removeValue(forKey: ObjectIdentifier(loop)) ?? .unreached)
    }

    // MARK: Conditions and patterns

    private func conditions(_ list: [CheckedCondition]) {
        for condition in list {
            switch condition {
            case .expression(let expression): visit(expression)
            case .binding(let pattern, let value), .match(let pattern, let value):
                visit(value)
                self.pattern(pattern)
            }
        }
    }

    private func pattern(_ pattern: CheckedPattern) {
        switch pattern {
        case .wildcard, .bind, .none: break
        case .tuple(let parts), .enumCase(_, _, let parts): for part in parts { self.pattern(part) }
        case .some(let inner), .cast(_, let inner), .converted(_, let inner): self.pattern(inner)
        case .test(_, let test): visit(test)
        }
    }
}
