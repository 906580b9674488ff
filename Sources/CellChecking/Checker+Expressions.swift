internal import CellMeaning
internal import CellSyntax
internal import CellValues
internal import SessionSafety

extension Checker {
    /// Checks an expression. `expecting` is a wish: the result may still need a conversion, or not fit at all.
    func check(_ expression: Expression, expecting: CellType? = nil) -> CheckedExpression {
        let span = expression.span
        if stopsOnRequest, Interruption.isRequested { return invalid(span) }
        if expressionDepth == 0, standInSpan == nil { findings.units.append(span) }
        expressionDepth += 1
        defer { expressionDepth -= 1 }
        switch expression.kind {
        case .integer(let value): return make(.integer(value), solver.fresh(literal: .integer), span)
        case .float(let value): return make(.float(value), solver.fresh(literal: .float), span)
        case .boolean(let value): return boolean(value, expecting, span)
        case .string(let segments): return string(segments, expecting, span)
        case .nilLiteral: return nilLiteral(expecting, span)
        case .array(let elements): return array(elements, expecting, span)
        case .dictionary(let elements): return dictionary(elements, expecting, span)
        case .tuple(let elements): return tuple(elements, expecting, span)
        case .parenthesized(let inner): return check(inner, expecting: expecting)
        case .closure(let closure): return self.closure(closure, expecting: expecting, span)
        case .name(let name): return reference(name, expecting: expecting, span)
        case .member(let base, let name, let nameSpan):
            return member(base, name, nameSpan, expecting: expecting, span)
        case .call(let callee, let arguments): return call(callee, arguments, expecting: expecting, span)
        case .subscripted(let base, let arguments): return subscripted(base, arguments, span)
        case .prefix(let name, let operand): return prefix(name, operand, expecting, span)
        case .postfix(let name, let operand): return postfix(name, operand, span)
        case .infix(let name, let operatorSpan, let left, let right):
            return infix(name, operatorSpan, left, right, expecting, span)
        case .assignment(let target, let value): return assignment(target, value, span)
        case .discard: return failed(.misplacedDiscard, at: span)
        case .ternary(let test, let first, let second): return ternary(test, first, second, expecting, span)
        case .forceUnwrap, .chained, .chain, .cast, .isType, .attempt: return special(expression, expecting)
        case .inOut: return failed(.misplacedAmpersand, at: span)
        case .ifElse(let statement): return ifValue(statement, expecting, span)
        case .switched(let statement): return switchValue(statement, expecting, span)
        case .type(let reference):
            _ = resolve(reference)
            return failed(
                .bareType, at: span,
                hints: ["use '.self' for the type itself"])
        case .invalid: return invalid(span)
        }
    }

    private func special(_ expression: Expression, _ expecting: CellType?) -> CheckedExpression {
        let span = expression.span
        switch expression.kind {
        case .forceUnwrap(let base): return forceUnwrap(base, expecting, span)
        case .chained(let base): return chained(base, span)
        case .chain(let inner): return chain(inner, expecting, span)
        case .cast(let value, let kind, let type): return cast(value, kind, type, span)
        case .isType(let value, let type):
            let checked = check(value)
            solver.settleLiterals(in: checked.type)
            return make(.isType(checked, resolve(type)), .bool, span)
        case .attempt(let kind, let value): return attempt(kind, value, expecting, span)
        default: return invalid(span)
        }
    }

    private func ternary(
        _ test: Expression, _ first: Expression, _ second: Expression, _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        let condition = check(test, to: .bool, .condition)
        if let expecting, expecting.isConcrete {
            let values = results([first, second], expecting)
            return make(.ternary(condition, values[0], values[1]), expecting, span)
        }
        let (values, type) = joined([first, second], expecting, span, areResults: true) { .resultsDiffer($0, $1) }
        return make(.ternary(condition, values[0], values[1]), type, span)
    }

    /// Results of which one is taken, all of a type: when several are of another one, it is one mistake, as in Swift.
    private func results(_ expressions: [Expression], _ type: CellType) -> [CheckedExpression] {
        var isWrong = false
        let checked = expressions.map { expression in
            let count = findings.diagnostics.count
            let value = checkWished(expression, type)
            return (value: value, isRight: findings.diagnostics.count == count)
        }
        tellEachOther(checked.map(\.value))
        return zip(expressions, checked).map { expression, checked in
            let value = checked.value
            if let result = convert(value, to: type) {
                if expression.isChoice || expression.isNil, !checked.isRight { isWrong = true }
                return result
            }
            if isWrong { return invalid(value.span) }
            isWrong = true
            return converted(value, to: type, .element)
        }
    }

    /// Values that stand side by side, as one type.
    func joined(
        _ expressions: [Expression], _ expecting: CellType?, _ span: SourceSpan, areResults: Bool = false,
        _ mistake: (CellType, CellType) -> Mistake
    ) -> ([CheckedExpression], CellType) {
        if let expecting, expecting.resolved.isConcrete {
            return (expressions.map { check($0, to: expecting, .element) }, expecting)
        }
        var values: [CheckedExpression] = []
        var type: CellType?
        // Those that need to be told what they are come after those that tell.
        let plain = expressions.indices.filter { !expressions[$0].needsContext }
        let order =
            plain.filter { !expressions[$0].hasLongClosure } + plain.filter { expressions[$0].hasLongClosure }
            + expressions.indices.filter { expressions[$0].needsContext && !expressions[$0].isNil }
            + expressions.indices.filter { expressions[$0].isNil }
        var byPlace: [Int: CheckedExpression] = [:]
        var early: [(value: CheckedExpression, type: CellType)] = []
        for index in order {
            // `[1, nil]`: what has values beside a nil is optional.
            if expressions[index].isNil, let known = type, known.wrapped == nil, !known.isUnknown {
                type = .optional(known)
            }
            if expressions[index].isWithoutBase, let known = type { solver.settleLiterals(in: known.literalOnly) }
            // Of results each call may be told what the others are; a list of both kinds is one of `Any` for Swift.
            let before = findings.undecided.count
            let told = areResults ? type.map { checkWished(expressions[index], $0) } : nil
            // The statements of a closure are checked one by one, and what they are of must be known by then.
            // A call of numbers is the overload that they choose, also where another would go with the rest of a list.
            let isChosen = !areResults && expressions[index].isCallOfNumbers && !expressions[index].needsContext
            let wish = expressions[index].hasLongClosure ? type.flatMap(callHint) : isChosen ? nil : type
            let value = told ?? check(expressions[index], expecting: wish ?? expecting)
            if !areResults, isComputedOfIntegers(value, since: before) { early.append((value, value.type.byItself)) }
            byPlace[index] = value
            guard let known = type else {
                type = value.type
                continue
            }
            type =
                join(known, value.type)
                ?? {
                    solver.settleLiterals(in: known)
                    solver.settleLiterals(in: value.type)
                    error(mistake(known.settled, value.type.settled), at: value.span)
                    return .unknown
                }()
        }
        let common = type ?? .unknown
        if holdsFractions(common) {
            findings.mixed += early.map { (expression: $0.value, mistake: mistake($0.type, common.byItself)) }
        }
        for index in expressions.indices {
            guard let value = byPlace[index] else { continue }
            values.append(convert(value, to: common) ?? value)
        }
        return (values, common)
    }

    /// A type that both convert to.
    func join(_ a: CellType, _ b: CellType) -> CellType? {
        if a.isNever { return b }
        if b.isNever { return a }
        // The one that may throw stands for both.
        if solver.unify(a, b) { return b }
        if solver.unify(b, a) { return a }
        if conversion(from: b, to: a) != nil { return a }
        if conversion(from: a, to: b) != nil { return b }
        return nil
    }
}

extension CellType {
    /// Whether enough is known of it to check against.
    var isConcrete: Bool {
        switch resolved {
        case .variable, .unknown: false
        default: true
        }
    }
}

extension Expression {
    /// Whether it is a call with a closure of several statements.
    fileprivate var hasLongClosure: Bool {
        switch kind {
        case .parenthesized(let inner): return inner.hasLongClosure
        case .call(_, let arguments):
            return (arguments.parenthesized + arguments.trailing).contains { argument in
                if case .closure(let closure) = argument.value.kind { closure.body.count > 1 } else { false }
            }
        default: return false
        }
    }

    /// Whether it is a call with literal numbers among its arguments, and no closures.
    fileprivate var isCallOfNumbers: Bool {
        guard case .call(_, let arguments) = kind, arguments.trailing.isEmpty,
            !arguments.parenthesized.contains(where: { $0.value.isClosure })
        else { return false }
        return arguments.parenthesized.contains { $0.value.isNumber }
    }

    private var isNumber: Bool {
        switch kind {
        case .integer, .float: true
        case .prefix("-", let operand): operand.isNumber
        default: false
        }
    }

    var isChoice: Bool {
        switch kind {
        case .ternary: true
        case .parenthesized(let inner): inner.isChoice
        default: false
        }
    }

    /// `.zero`, also as `nil ?? .zero`: it is looked for in what is known of the others.
    var isWithoutBase: Bool {
        switch kind {
        case .parenthesized(let inner): inner.isWithoutBase
        case .infix("??", _, let left, let right): left.isNil && right.isWithoutBase
        case .ternary(_, let first, let second): first.isWithoutBase && second.isWithoutBase
        default: isImplicitMember
        }
    }

    /// Whether it is a choice that may be `nil`.
    var mayBeNil: Bool {
        switch kind {
        case .parenthesized(let inner): inner.mayBeNil
        case .ternary(_, let first, let second): [first, second].contains { $0.isNil || $0.mayBeNil }
        default: false
        }
    }
}
