internal import CellMeaning
internal import CellSyntax
internal import CellValues

// Operators between two operands.
extension Checker {
    func infix(
        _ name: String, _ operatorSpan: SourceSpan, _ left: Expression, _ right: Expression, _ expecting: CellType?,
        _ span: SourceSpan
    ) -> CheckedExpression {
        switch name {
        case "&&", "||": return logical(name, left, right, span)
        case "??": return coalesce(left, right, expecting, span)
        case "..<": return range(.halfOpen, left, right, BuiltIn.range, expecting, span)
        case "...": return range(.closed, left, right, BuiltIn.closedRange, expecting, span)
        case "==", "!=": if let test = nilTest(name, left, right, span) { return test }
        default: break
        }
        if name.isCompoundAssignment { return compound(name, operatorSpan, left, right, span) }
        if let result = operatorOfCalls(name, operatorSpan, left, right, expecting, span) { return result }
        let (a, b) = operands(name, left, right, expecting)
        if name == "+", !(expecting.map(holdsFractions) ?? false) {
            for side in [a, b] where side.type.isNominal(BuiltIn.array) && !side.isSum { refuseMixed(in: side) }
        }
        let kinds = kindsOfSum(name, a, b, expecting)
        let result = infixOperator(name, a, b, expecting: expecting, operatorSpan, span)
        noteSum(result, kinds)
        return result
    }

    /// Both sides; one that needs to be told its type is told that of the other.
    func operands(_ name: String, _ left: Expression, _ right: Expression, _ expecting: CellType?)
        -> (CheckedExpression, CheckedExpression)
    {
        // `let c: Color = .red + .dark`
        if left.isWithoutBase, right.isWithoutBase, name.isArithmetic, let wanted = expecting.map({ $0.wrapped ?? $0 })
        {
            return (check(left, expecting: wanted), check(right, expecting: wanted))
        }
        if left.needsContext && (!right.needsContext || left.isWithoutBase && right.isChoice && !right.isWithoutBase) {
            let b = check(right)
            return (check(left, expecting: hint(b.type, for: left, name)), b)
        }
        if case .array = left.kind, let b = collection(right) { return (check(left, expecting: b.type), b) }
        // Of a call's overloads the one that goes with the other side is meant: `1.5 + f(2)`.
        if left.isCall, !right.isCall, !right.needsContext, !right.isList {
            let b = check(right)
            return (check(left, expecting: callHint(b.type)), b)
        }
        let a = check(left)
        if right.isCall { return (a, check(right, expecting: callHint(a.type))) }
        if right.needsContext { return (a, check(right, expecting: hint(a.type, for: right, name))) }
        if case .array = right.kind, let type = (a.type.wrapped ?? a.type).nominal,
            [BuiltIn.set, BuiltIn.slice].contains(type)
        {
            return (a, check(right, expecting: a.type))
        }
        return (a, check(right))
    }

    /// A set or slice by its name, which a literal beside it is one of, too.
    private func collection(_ expression: Expression) -> CheckedExpression? {
        guard case .name(let name) = expression.kind, case .variable(let found) = look(up: name, expression.span),
            let type = found.type.nominal, [BuiltIn.set, BuiltIn.slice].contains(type)
        else { return nil }
        return variable(found, expression.span)
    }

    /// What an operand is told of the other: a value beside a choice that may be `nil` is compared as an optional.
    private func hint(_ type: CellType, for operand: Expression, _ name: String) -> CellType? {
        guard name == "==" || name == "!=", operand.mayBeNil, type.wrapped == nil, !type.isUnknown else {
            return hint(type)
        }
        // Of a literal it is left to the choice's own values, where it has some.
        return hint(type).map { .optional($0) } ?? (operand.isNilOnly ? .optional(type) : nil)
    }

    func hint(_ type: CellType) -> CellType? {
        if case .variable(let variable) = type.resolved, variable.literal != nil { return nil }
        return type
    }

    /// Beside `1.5` a call is wanted that gives a Double; beside `1` any.
    func callHint(_ type: CellType) -> CellType? {
        if case .variable(let variable) = type.resolved, variable.literal == .float { return .double }
        return hint(type)
    }

    func infixOperator(
        _ name: String, _ a: CheckedExpression, _ b: CheckedExpression, expecting: CellType?,
        _ operatorSpan: SourceSpan, _ span: SourceSpan
    ) -> CheckedExpression {
        if a.type.isUnknown || b.type.isUnknown { return invalid(span) }
        if case .variable = a.type.resolved, case .variable = b.type.resolved, let result = open(name, a, b, span) {
            return result
        }
        if name == "==" || name == "!=", let result = nilComparison(name, a, b, span) { return result }
        let (a, b) = lifted(name, a, b) ?? (a, b)
        let types = [a.type, b.type] + (expecting.map { [$0] } ?? [])
        let candidates = operators(name, types).filter { $0.signature.parameters.count == 2 }
        if let result = choose(candidates, [a, b], expecting, span) { return result }
        return mismatch(name, a, b, candidates.isEmpty, operatorSpan)
    }

    /// Two operands of which only literals are known: decided when their type is.
    private func open(_ name: String, _ a: CheckedExpression, _ b: CheckedExpression, _ span: SourceSpan)
        -> CheckedExpression?
    {
        guard name.isArithmetic || name.isComparison, name == "+" || name.isComparison || !isText(a.type),
            solver.unify(a.type, b.type)
        else { return nil }
        return undecided(name, [a, b], name.isArithmetic ? a.type : .bool, span)
    }

    private func isText(_ type: CellType) -> Bool {
        if case .variable(let variable) = type.resolved { variable.literal?.isText ?? false } else { false }
    }

    func undecided(_ name: String, _ operands: [CheckedExpression], _ type: CellType, _ span: SourceSpan)
        -> CheckedExpression
    {
        let expression = make(.undecided(name, operands), type, span)
        findings.undecided.append(expression)
        return expression
    }
}

extension Expression {
    fileprivate var isList: Bool {
        switch kind {
        case .array, .dictionary: true
        default: false
        }
    }

    /// Whether it is a choice of `nil` alone.
    fileprivate var isNilOnly: Bool {
        switch kind {
        case .parenthesized(let inner): inner.isNilOnly
        case .ternary(_, let first, let second): [first, second].allSatisfy { $0.isNil || $0.isNilOnly }
        default: false
        }
    }

    var isCall: Bool {
        switch kind {
        case .call: true
        case .parenthesized(let inner): inner.isCall
        default: false
        }
    }
}

extension String {
    /// `+=` and the like, but not `==`, `<=`, nor the comparisons that give masks.
    var isCompoundAssignment: Bool {
        count > 1 && first != "." && hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(self)
    }
}
