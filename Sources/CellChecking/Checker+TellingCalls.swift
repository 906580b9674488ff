internal import CellMeaning
internal import CellSyntax
internal import CellValues

// Calls within arithmetic, which may mean other overloads where another type is wanted of the whole: `let y: Double = f(2) + 1`.
extension Checker {
    /// Checks an expression for a type that is wanted of it; where it turns out to be another, once more with all of its
    /// calls told.
    func checkWished(_ expression: Expression, _ target: CellType) -> CheckedExpression {
        let wanted = target.wrapped ?? target
        if wanted.isListOfAnything, expression.isSumOfLists, let sum = kept({ listSum(expression, wanted) }) {
            return sum
        }
        guard wanted.nominal != nil, mayBeTold(expression) else { return check(expression, expecting: target) }
        // What is wanted of the whole has been told to it: `abs(f(2) - 1)` for a Double.
        if isTellingCalls {
            return tellsArguments > 0 ? telling(expression, wanted) : check(expression, expecting: target)
        }
        let isWanted = { (value: CheckedExpression) in self.convert(value, to: target) != nil }
        return kept({ check(expression, expecting: target) }, where: isWanted)
            ?? kept({ telling(expression, wanted) }, where: isWanted) ?? check(expression, expecting: target)
    }

    /// Whether there are calls or overloads in it that another type may change: in arithmetic, or among a call's arguments.
    private func mayBeTold(_ expression: Expression) -> Bool {
        if expression.isComputedOfCalls { return true }
        switch expression.kind {
        case .parenthesized(let inner): return mayBeTold(inner)
        case .call(_, let arguments):
            return arguments.parenthesized.contains { $0.value.mayMeanOthers || isOverloaded($0.value) }
        default: return false
        }
    }

    /// `[1, 2.5] + ["a"]`, where a list of anything is wanted: each literal in it stays what it is by itself.
    private func listSum(_ expression: Expression, _ wanted: CellType) -> CheckedExpression {
        switch expression.kind {
        case .parenthesized(let inner): return listSum(inner, wanted)
        case .infix("+", let operatorSpan, let left, let right):
            let sides = [left, right].map { converted(listSum($0, wanted), to: wanted, .element) }
            return infixOperator("+", sides[0], sides[1], expecting: wanted, operatorSpan, expression.span)
        default: return check(expression, expecting: wanted)
        }
    }

    /// An operator whose operands go together by themselves, or when the calls within them are told what the other side is;
    /// nil where there are none, or where they don't.
    func operatorOfCalls(
        _ name: String, _ operatorSpan: SourceSpan, _ left: Expression, _ right: Expression, _ expecting: CellType?,
        _ span: SourceSpan
    ) -> CheckedExpression? {
        guard !isTellingCalls, name.isArithmetic || name.isComparison, Expression.haveCalls([left, right]) else {
            return nil
        }
        var sides: [CellType] = []
        let plain = kept {
            let (a, b) = operands(name, left, right, expecting)
            sides = [a.type.byItself, b.type.byItself]
            let kinds = kindsOfSum(name, a, b, expecting)
            let result = infixOperator(name, a, b, expecting: expecting, operatorSpan, span)
            noteSum(result, kinds)
            return result
        }
        if let plain { return plain }
        let wished = name.isArithmetic ? [expecting.map { $0.wrapped ?? $0 }].compactMap { $0 } : []
        for wanted in wished + sides where wanted.nominal != nil {
            let told = kept {
                infixOperator(
                    name, telling(left, wanted), telling(right, wanted), expecting: expecting, operatorSpan, span)
            }
            if let told { return told }
        }
        return nil
    }

    /// What is made when nothing is wrong with it; otherwise it has never been.
    private func kept(
        _ make: () -> CheckedExpression, where isWanted: (CheckedExpression) -> Bool = { _ in true }
    ) -> CheckedExpression? {
        let outer = isTellingCalls
        isTellingCalls = true
        defer { isTellingCalls = outer }
        let tried = trial { () -> CheckedExpression? in
            let value = make()
            return isWanted(value) ? value : nil
        }
        // A missing `try` says nothing about which one is meant.
        if tried.result != nil, tried.findings.diagnostics.allSatisfy({ $0.kind == .unmarkedThrow }) {
            return keep(tried)
        }
        drop(tried)
        return nil
    }

    /// Arithmetic whose parts are each told what is wanted of the whole.
    private func telling(_ expression: Expression, _ wanted: CellType) -> CheckedExpression {
        switch expression.kind {
        case .parenthesized(let inner): return telling(inner, wanted)
        case .infix(let name, let operatorSpan, let left, let right) where name.isArithmetic:
            return infixOperator(
                name, telling(left, wanted), telling(right, wanted), expecting: wanted, operatorSpan, expression.span)
        case .prefix("-", let operand) where Expression.haveCalls([operand]):
            return prefixOperator("-", telling(operand, wanted), expecting: wanted, expression.span)
        case .ternary(let test, let first, let second):
            let condition = check(test, to: .bool, .condition)
            let values = [first, second].map { converted(telling($0, wanted), to: wanted, .element) }
            return make(.ternary(condition, values[0], values[1]), wanted, expression.span)
        default:
            // `x * max(f(2), 3)`: what is wanted of the result, the calls among the arguments are told.
            tellsArguments += 1
            defer { tellsArguments -= 1 }
            return check(expression, expecting: wanted)
        }
    }
}

extension CellType {
    /// Whether it is an array of `Any` or of another `any P`, or of optionals of those.
    var isListOfAnything: Bool {
        guard case .nominal(let type, let arguments) = resolved, type === BuiltIn.array, let element = arguments.first
        else { return false }
        return (element.wrapped ?? element).isExistential || element.isListOfAnything
    }
}

extension Expression {
    /// Whether it is a list that is written there, or a sum of lists with such a one.
    var isWrittenList: Bool {
        switch kind {
        case .array: true
        case .parenthesized(let inner): inner.isWrittenList
        case .ternary(_, let first, let second): first.isWrittenList || second.isWrittenList
        default: isSumOfLists
        }
    }

    /// Whether it is a list, a dictionary or a tuple that is written there.
    var isWrittenCollection: Bool {
        switch kind {
        case .array, .dictionary, .tuple: true
        case .parenthesized(let inner): inner.isWrittenCollection
        default: false
        }
    }

    /// Whether it is a sum with a list that is written there.
    var isSumOfLists: Bool {
        switch kind {
        case .infix("+", _, let left, let right): left.isWrittenList || right.isWrittenList
        case .parenthesized(let inner): inner.isSumOfLists
        default: false
        }
    }

    /// Whether it is arithmetic with calls in it.
    var isComputedOfCalls: Bool { !isCall && Expression.haveCalls([self]) }

    /// Whether there are calls in arithmetic; no in that of hundreds of operands, which is checked only once.
    static func haveCalls(_ expressions: [Expression]) -> Bool {
        var left = 64
        // All of them, as each counts.
        return expressions.filter { $0.hasCalls(&left) }.isEmpty == false && left >= 0
    }

    private func hasCalls(_ left: inout Int) -> Bool {
        left -= 1
        guard left >= 0 else { return false }
        switch kind {
        case .call: return true
        case .parenthesized(let inner), .prefix("-", let inner): return inner.hasCalls(&left)
        case .infix(let name, _, let a, let b) where name.isArithmetic:
            let (first, second) = (a.hasCalls(&left), b.hasCalls(&left))
            return first || second
        case .ternary(_, let a, let b):
            let (first, second) = (a.hasCalls(&left), b.hasCalls(&left))
            return first || second
        default: return false
        }
    }
}

extension String {
    var isArithmetic: Bool { ["+", "-", "*", "/", "%"].contains(self) }
    var isComparison: Bool { ["==", "!=", "<", "<=", ">", ">="].contains(self) }
}
