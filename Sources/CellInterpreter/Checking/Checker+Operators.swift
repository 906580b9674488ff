internal import CellSyntax

extension Checker {
    // MARK: Prefix and postfix

    func prefix(_ name: String, _ operand: Expression, _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression
    {
        switch (name, operand.kind) {
        case ("-", .integer(let value)): return make(.integer(-value), solver.fresh(literal: .integer), span)
        case ("-", .float(let value)): return make(.float(-value), solver.fresh(literal: .float), span)
        case ("!", _): return negation(operand, span)
        case ("..<", _): return partialRange(.upTo, nil, operand, BuiltIn.rangeUpTo, span)
        case ("...", _): return partialRange(.through, nil, operand, BuiltIn.rangeThrough, span)
        default: return prefixOperator(name, check(operand, expecting: expecting), expecting: expecting, span)
        }
    }

    private func negation(_ operand: Expression, _ span: SourceSpan) -> CheckedExpression {
        let value = check(operand)
        if solver.unify(value.type, .bool) { return make(.not(value), .bool, span) }
        return prefixOperator("!", value, expecting: nil, span)
    }

    func postfix(_ name: String, _ operand: Expression, _ span: SourceSpan) -> CheckedExpression {
        if name == "..." { return partialRange(.from, operand, nil, BuiltIn.rangeFrom, span) }
        _ = check(operand)
        let step = ["++": "+= 1", "--": "-= 1"][name].map { "; did you mean '\($0)'?" } ?? ""
        return failed("cannot find operator '\(name)' in scope\(step)", at: span)
    }

    func prefixOperator(
        _ name: String, _ operand: CheckedExpression, expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        if operand.type.isUnknown { return invalid(span) }
        if name == "+" { return operand }
        if case .variable = operand.type.resolved { return undecided(name, [operand], operand.type, span) }
        let declared = operators(name, [operand.type]) + operators("prefix \(name)", [operand.type])
        let candidates = declared.filter { $0.signature.parameters.count == 1 }
        if let result = choose(candidates, [operand], expecting, span) { return result }
        return failed(
            "unary operator '\(name)' cannot be applied to an operand of type '\(operand.type.settled)'", at: span,
            hints: [negativeBound(name, operand) ?? otherOperator(name, operand.type)].compactMap { $0 })
    }

    /// `-2...`, which Swift reads as the negative of a range.
    private func negativeBound(_ name: String, _ operand: CheckedExpression) -> String? {
        guard name == "-", case .range(.from, let bound?, _) = operand.kind else { return nil }
        return "a negative bound stands in parentheses: (-\(source[bound.span]))..."
    }

    // MARK: Infix

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
        let (a, b) = operands(left, right)
        return infixOperator(name, a, b, expecting: expecting, operatorSpan, span)
    }

    /// Both sides; one that needs to be told its type is told that of the other.
    private func operands(_ left: Expression, _ right: Expression) -> (CheckedExpression, CheckedExpression) {
        if left.needsContext && !right.needsContext {
            let b = check(right)
            return (check(left, expecting: hint(b.type)), b)
        }
        if case .array = left.kind, let b = collection(right) { return (check(left, expecting: b.type), b) }
        let a = check(left)
        if right.needsContext { return (a, check(right, expecting: hint(a.type))) }
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

    /// `x == nil` needs no equatable value, and `x` no optional.
    private func nilTest(
        _ name: String, _ left: Expression, _ right: Expression, _ span: SourceSpan
    ) -> CheckedExpression? {
        guard left.isNil != right.isNil else { return nil }
        let value = check(left.isNil ? right : left)
        if value.type.isUnknown { return invalid(span) }
        solver.settleLiterals(in: value.type)
        let optional = value.type.wrapped == nil ? make(.convert(value, .wrap), .optional(value.type), span) : value
        let test = make(.isNil(optional), .bool, span)
        return name == "==" ? test : make(.not(test), .bool, span)
    }

    /// A value beside an optional is compared as one: `name == names.first`.
    private func lifted(
        _ name: String, _ a: CheckedExpression, _ b: CheckedExpression
    ) -> (CheckedExpression, CheckedExpression)? {
        guard name == "==" || name == "!=" else { return nil }
        if a.type.wrapped == nil, b.type.wrapped != nil { return convert(a, to: b.type).map { ($0, b) } }
        if b.type.wrapped == nil, a.type.wrapped != nil { return convert(b, to: a.type).map { (a, $0) } }
        return nil
    }

    private func hint(_ type: CellType) -> CellType? {
        if case .variable(let variable) = type.resolved, variable.literal != nil { return nil }
        return type
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
    private func open(
        _ name: String, _ a: CheckedExpression, _ b: CheckedExpression, _ span: SourceSpan
    ) -> CheckedExpression? {
        let arithmetic = ["+", "-", "*", "/", "%"].contains(name)
        let comparison = ["==", "!=", "<", "<=", ">", ">="].contains(name)
        guard arithmetic || comparison, solver.unify(a.type, b.type) else { return nil }
        return undecided(name, [a, b], arithmetic ? a.type : .bool, span)
    }

    private func undecided(
        _ name: String, _ operands: [CheckedExpression], _ type: CellType, _ span: SourceSpan
    ) -> CheckedExpression {
        let expression = make(.undecided(name, operands), type, span)
        undecided.append(expression)
        return expression
    }

    /// `x == nil` needs no equatable value.
    private func nilComparison(
        _ name: String, _ a: CheckedExpression, _ b: CheckedExpression, _ span: SourceSpan
    ) -> CheckedExpression? {
        let value: CheckedExpression
        if case .nilLiteral = b.kind { value = a } else if case .nilLiteral = a.kind { value = b } else { return nil }
        guard value.type.wrapped != nil else { return nil }
        let test = make(.isNil(value), .bool, span)
        return name == "==" ? test : make(.not(test), .bool, span)
    }

    private func mismatch(
        _ name: String, _ a: CheckedExpression, _ b: CheckedExpression, _ isUnknown: Bool, _ span: SourceSpan
    ) -> CheckedExpression {
        solver.settleLiterals(in: a.type)
        solver.settleLiterals(in: b.type)
        let (left, right) = (a.type.settled, b.type.settled)
        let numbers = [BuiltIn.int, BuiltIn.double, BuiltIn.float]
        var hints: [String] = []
        if let x = left.nominal, let y = right.nominal, x !== y, numbers.contains(x), numbers.contains(y) {
            let target = x === BuiltIn.int ? y : x
            hints = ["convert the '\(x === target ? y.name : x.name)': \(target.name)(…)"]
        }
        for type in [left, right] {
            guard let owner = type.nominal?.name, !declared("." + name, on: owner).isEmpty else { continue }
            hints = ["element by element, as a mask: '.\(name)'"]
        }
        if let found = redeclared(from: left, to: right) {
            return failed(found.message, at: span, hints: found.hints)
        }
        if hints.isEmpty, let other = otherOperator(name, left, right) { hints = [other] }
        if left.wrapped != nil || right.wrapped != nil { hints = ["unwrap the optional: with '!', '??' or 'if let'"] }
        for (operand, other) in [(a, right), (b, left)] where operand.type.wrapped?.settled == other {
            return failed(Purpose.mustUnwrap(operand.type.settled, other), at: operand.span, hints: hints)
        }
        if left == right {
            return failed(
                "binary operator '\(name)' cannot be applied to two '\(left)' operands", at: span, hints: hints)
        }
        return failed(
            "binary operator '\(name)' cannot be applied to operands of type '\(left)' and '\(right)'", at: span,
            hints: hints)
    }

    // MARK: Candidates

    /// The declarations of an operator on the operands' types, and those that are free.
    func operators(_ name: String, _ types: [CellType]) -> [Candidate] {
        var owners: [NominalType] = []
        func add(_ type: NominalType) { if !owners.contains(type) { owners.append(type) } }
        for type in types {
            let inner = type.wrapped ?? type
            if let nominal = type.nominal { add(nominal) }
            if let nominal = inner.nominal { add(nominal) }
            if case .variable(let variable) = inner.resolved {
                if variable.literal == .integer { [BuiltIn.int, BuiltIn.double, BuiltIn.float].forEach(add) }
                if variable.literal == .float { [BuiltIn.double, BuiltIn.float].forEach(add) }
            }
        }
        var result: [Candidate] = []
        for owner in owners {
            var signatures = owner.members[name] ?? []
            signatures += declaredOrExtended(name, on: owner)
            // Generic owners (`[T] + [T]`) get their parameters anew at each use.
            for signature in signatures {
                let fresh = owner.genericParameters.map { ($0, solver.fresh($0)) }
                result.append(Candidate(signature: signature, substitution: Dictionary(fresh) { first, _ in first }))
            }
        }
        let free = block.chain.flatMap { $0.functions[name] ?? [] } + (names.functions[name] ?? []) + declared(name)
        result += free.map { Candidate(signature: $0) }
        for shared in ["Sequence", "Collection", "Comparable", "Equatable"] {
            result += declared(name, on: shared).map {
                Candidate(signature: $0, substitution: ["Self": types.first ?? .unknown])
            }
        }
        return result
    }

    /// The candidate that fits best, applied; nil when none does.
    func choose(
        _ candidates: [Candidate], _ operands: [CheckedExpression], _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression? {
        let arguments = operands.map { Argument(label: nil, labelSpan: nil, value: Expression(.invalid, $0.span)) }
        let match = ArgumentMatch(places: operands.indices.map { [$0] })
        var best: (index: Int, fit: CallFit)?
        let before = diagnostics.count
        for (index, candidate) in candidates.enumerated() {
            let snapshot = snapshot
            var (expression, fit) = apply(candidate, match, arguments, operands, span)
            if let expecting, expecting.resolved.isConcrete {
                fit.isUnwanted = conversion(from: expression.type, to: expecting) == nil
            }
            let fits = diagnostics.count == before
            restore(snapshot)
            if fits, best.map({ fit < $0.fit }) ?? true { best = (index, fit) }
            if fits, fit.isExact { break }
        }
        guard let best else { return nil }
        return apply(candidates[best.index], match, arguments, operands, span).expression
    }

    /// An operator as a function: `reduce(0, +)`.
    func operatorReference(_ name: String, _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression? {
        guard let first = name.first, !first.isLetter, first != "_", first != "$" else { return nil }
        guard let function = (expecting.map { $0.wrapped ?? $0 })?.functionType else { return nil }
        let types = function.parameters.map(\.type)
        if types.count == 1, case .tuple(let parts) = types[0].resolved, parts.count == 2 {
            // `zip(a, b).map(*)`: the operator takes the elements of each pair.
            return operatorClosure(name, expecting: function, span)
        }
        if let found = operatorReference(name, types, function, span) { return found }
        for type in types { solver.settleLiterals(in: type) }
        return operatorReference(name, types, function, span) ?? generalOperator(name, types, function, span)
    }

    /// One that takes more general operands than it is given: `numbers.reduce(Tensor(0), +)`.
    private func generalOperator(
        _ name: String, _ types: [CellType], _ function: FunctionType, _ span: SourceSpan
    ) -> CheckedExpression? {
        guard types.count == 2, operators(name, types).contains(where: { $0.signature.parameters.count == 2 }) else {
            return nil
        }
        let snapshot = snapshot
        let count = diagnostics.count
        let value = operatorClosure(name, expecting: function, span)
        if diagnostics.count == count { return value }
        restore(snapshot)
        return nil
    }

    private func operatorReference(
        _ name: String, _ types: [CellType], _ function: FunctionType, _ span: SourceSpan
    ) -> CheckedExpression? {
        let all = operators(name, types) + (types.count == 1 ? operators("prefix " + name, types) : [])
        let candidates = all.filter { $0.signature.parameters.count == types.count }
        for candidate in candidates {
            let snapshot = snapshot
            let type = CellType.function(functionType(candidate))
            if conversion(from: type, to: .function(function)) != nil {
                return make(.functionReference(candidate.signature, receiver: nil), type, span)
            }
            restore(snapshot)
        }
        return nil
    }

    /// `{ $0 + $1 }`
    private func operatorClosure(_ name: String, expecting function: FunctionType, _ span: SourceSpan)
        -> CheckedExpression
    {
        let body = Expression(
            .infix(name, operatorSpan: span, Expression(.name("$0"), span), Expression(.name("$1"), span)), span)
        let literal = ClosureLiteral(
            parameters: nil, captures: [], throwsMark: false, result: nil,
            body: [Statement(.expression(body), span)], anonymousCount: 2, span: span)
        return closure(literal, expecting: .function(function), span)
    }

    // MARK: Logic

    private func logical(_ name: String, _ left: Expression, _ right: Expression, _ span: SourceSpan)
        -> CheckedExpression
    {
        let sides = [left, right].map { check($0, expecting: .bool) }
        for side in sides {
            // `mask && mask`
            guard let hint = otherOperator(name, side.type) else { continue }
            return failed(
                "binary operator '\(name)' cannot be applied to operands of type '\(sides[0].type.settled)' and '\(sides[1].type.settled)'",
                at: span, hints: [hint])
        }
        let (a, b) = (converted(sides[0], to: .bool, .condition), converted(sides[1], to: .bool, .condition))
        return make(name == "&&" ? .and(a, b) : .or(a, b), .bool, span)
    }

    private func coalesce(
        _ left: Expression, _ right: Expression, _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        if left.isNil, expecting == nil { return coalesceNil(left, right, span) }
        let a = check(left, expecting: expecting.map { $0.wrapped == nil ? .optional($0) : $0 })
        if a.type.isUnknown {
            _ = check(right, expecting: expecting)
            return invalid(span)
        }
        guard let wrapped = a.type.wrapped else {
            if let expecting, case .variable = a.type.resolved {
                _ = solver.unify(a.type, expecting.wrapped ?? expecting)
            }
            // Swift takes it, and only says that the right side is never used.
            solver.settleLiterals(in: a.type)
            return coalesced(make(.convert(a, .wrap), .optional(a.type), a.span), a.type, right, span)
        }
        return coalesced(a, wrapped, right, span)
    }

    /// `nil ?? 3`.
    private func coalesceNil(_ left: Expression, _ right: Expression, _ span: SourceSpan) -> CheckedExpression {
        let b = check(right)
        if b.type.isUnknown { return invalid(span) }
        solver.settleLiterals(in: b.type)
        let wrapped = b.type.wrapped ?? b.type
        let a = make(.nilLiteral, .optional(wrapped), left.span)
        return make(.coalesce(a, b, unwraps: b.type.wrapped == nil), b.type, span)
    }

    private func coalesced(
        _ a: CheckedExpression, _ wrapped: CellType, _ right: Expression, _ span: SourceSpan
    ) -> CheckedExpression {
        let b = check(right, expecting: wrapped)
        if b.type.wrapped == nil || b.type.isNever, let value = convert(b, to: wrapped) {
            return make(.coalesce(a, value, unwraps: true), wrapped, span)
        }
        if let value = convert(b, to: a.type) { return make(.coalesce(a, value, unwraps: false), a.type, span) }
        solver.settleLiterals(in: b.type)
        return failed(Purpose.argument.message(b.type.settled, wrapped.settled), at: b.span)
    }

    // MARK: Ranges

    private func range(
        _ kind: RangeBox.Kind, _ left: Expression, _ right: Expression, _ type: NominalType, _ expecting: CellType?,
        _ span: SourceSpan
    ) -> CheckedExpression {
        var bound: CellType?
        if case .nominal(let wanted, let bounds)? = expecting?.resolved, wanted === type { bound = bounds.first }
        let a = check(left, expecting: bound)
        let b = check(right, expecting: bound ?? (right.needsContext ? hint(a.type) : nil))
        if a.type.isUnknown || b.type.isUnknown { return invalid(span) }
        guard solver.unify(a.type, b.type), conformances.has(a.type, "Comparable") else {
            return mismatch(kind == .closed ? "..." : "..<", a, b, false, span)
        }
        if case .nominal(let wanted, let bounds)? = expecting?.resolved, wanted === type, let bound = bounds.first {
            _ = solver.unify(a.type, bound)
        }
        return make(.range(kind, a, b), .nominal(type, [a.type]), span)
    }

    private func partialRange(
        _ kind: RangeBox.Kind, _ lower: Expression?, _ upper: Expression?, _ type: NominalType, _ span: SourceSpan
    ) -> CheckedExpression {
        let low = lower.map { check($0) }
        let high = upper.map { check($0) }
        let bound = low?.type ?? high?.type ?? .unknown
        return make(.range(kind, low, high), .nominal(type, [bound]), span)
    }
}

extension String {
    /// `+=` and the like, but not `==`, `<=`, nor the comparisons that give masks.
    var isCompoundAssignment: Bool {
        count > 1 && first != "." && hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(self)
    }
}
