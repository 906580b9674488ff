internal import CellMeaning
internal import CellSyntax
internal import CellValues

/// A pattern whose names and types are known, and the values that it is sure to match.
struct PatternResult {
    var checked: CheckedPattern
    var space: PatternSpace

    static var failed: PatternResult { PatternResult(checked: .wildcard, space: .anything) }
}

extension Checker {
    /// Checks a pattern against the type of what it takes apart. Its names are declared in the block that is open.
    ///
    /// - Parameter mustFit: in a plain `for`, where a pattern that might not match is an error.
    func pattern(_ pattern: Pattern, of type: CellType, mustFit: Bool = false) -> PatternResult {
        let type = type.resolved
        switch pattern.kind {
        case .wildcard: return PatternResult(checked: .wildcard, space: .anything)
        case .name(let name, let isVariable):
            return PatternResult(checked: .bind(bound(name, type, isVariable, pattern.span)), space: .anything)
        case .tuple(let elements): return tuple(elements, type, pattern.span, mustFit)
        case .enumCase(let owner, let name, let elements): return enumCase(owner, name, elements, type, pattern.span)
        case .some(let inner): return some(inner, type, pattern.span)
        case .expression(let expression): return test(expression, type, pattern.span)
        case .isType(let reference):
            return PatternResult(checked: .cast(resolve(reference), .wildcard), space: .something)
        case .asType(let inner, let reference):
            let target = resolve(reference)
            return PatternResult(checked: .cast(target, self.pattern(inner, of: target).checked), space: .something)
        }
    }

    private func bound(_ name: String, _ type: CellType, _ isVariable: Bool, _ span: SourceSpan) -> Variable {
        if sharesPatternNames, let known = block.variables[name] {
            if !solver.unify(type, known.type) {
                error(
                    .patternVariableDiffers(type.settled, expected: known.type.settled), at: span)
            }
            return known
        }
        return declareLocal(name, type, isConstant: !isVariable, span)
    }

    private func tuple(
        _ elements: [(label: String?, pattern: Pattern)], _ type: CellType, _ span: SourceSpan, _ mustFit: Bool
    ) -> PatternResult {
        guard let parts = tupleParts(type, elements.count, span) else {
            for element in elements { _ = pattern(element.pattern, of: .unknown) }
            return .failed
        }
        let results = zip(elements, parts).map { pattern($0.pattern, of: $1, mustFit: mustFit) }
        return PatternResult(checked: .tuple(results.map(\.checked)), space: .constructor(0, results.map(\.space)))
    }

    // MARK: Optionals

    private func some(_ inner: Pattern, _ type: CellType, _ span: SourceSpan) -> PatternResult {
        guard let wrapped = type.wrapped else {
            if !type.isUnknown { error(.optionalPatternMismatch(type.settled), at: span) }
            _ = pattern(inner, of: .unknown)
            return .failed
        }
        let result = pattern(inner, of: wrapped)
        return PatternResult(checked: .some(result.checked), space: .constructor(1, [result.space]))
    }

    // MARK: Cases of enums

    private func enumCase(
        _ owner: TypeReference?, _ name: String, _ elements: [(label: String?, pattern: Pattern)]?, _ type: CellType,
        _ span: SourceSpan
    ) -> PatternResult {
        let named = owner.map { resolve($0) }
        probeCase(of: (named ?? type).settled, in: span)
        if owner == nil || named?.isNominal(BuiltIn.optional) == true,
            let result = optionalCase(name, elements, type, span)
        {
            return result
        }
        let target = named ?? type
        guard let nominal = target.nominal, nominal.kind == .enumeration else {
            return memberTest(owner, name, elements, type, span)
        }
        if type.wrapped?.nominal == nominal, named == nil || type.nominal != nominal {
            let inner = enumCase(owner, name, elements, .nominal(nominal, []), span)
            return PatternResult(checked: .some(inner.checked), space: .constructor(1, [inner.space]))
        }
        guard let result = enumCase(nominal, name, elements, span) else { return .failed }
        if case .existential = type {
            return PatternResult(checked: .cast(target, result.checked), space: .something)
        }
        if let own = type.nominal, own != nominal {
            error(.casePatternMismatch(name, of: nominal.name, type.settled), at: span)
        }
        return result
    }

    private func optionalCase(
        _ name: String, _ elements: [(label: String?, pattern: Pattern)]?, _ type: CellType, _ span: SourceSpan
    ) -> PatternResult? {
        guard let wrapped = type.wrapped else { return nil }
        if name == "none", elements == nil { return PatternResult(checked: .none, space: .constructor(0, [])) }
        if name == "some", elements == nil {
            return PatternResult(checked: .some(.wildcard), space: .constructor(1, [.anything]))
        }
        if name == "some", let only = elements?.first { return some(only.pattern, type, span) }
        // `.north` for an optional enum.
        guard let nominal = wrapped.nominal, nominal.kind == .enumeration else { return nil }
        let inner = enumCase(nominal, name, elements, span) ?? .failed
        return PatternResult(checked: .some(inner.checked), space: .constructor(1, [inner.space]))
    }

    private func enumCase(
        _ nominal: NominalType, _ name: String, _ elements: [(label: String?, pattern: Pattern)]?, _ span: SourceSpan
    ) -> PatternResult? {
        guard let index = nominal.cases.firstIndex(where: { $0.name == name }) else {
            for element in elements ?? [] { _ = pattern(element.pattern, of: .unknown) }
            let near = NearestName.of(name, among: nominal.cases.map(\.name)).map { ["did you mean '.\($0)'?"] }
            error(
                .noStaticMember(name, of: .nominal(nominal, [])), at: span,
                hints: near ?? ["its cases: " + nominal.cases.map { "." + $0.name }.joined(separator: ", ")])
            return nil
        }
        let payload = nominal.cases[index].payload
        guard let elements else {
            return PatternResult(
                checked: .enumCase(nominal, index, []),
                space: .constructor(index, payload.map { _ in .anything }))
        }
        let results = payloadPatterns(elements, payload, name, span)
        return PatternResult(
            checked: .enumCase(nominal, index, results.map(\.checked)), space: .constructor(index, results.map(\.space))
        )
    }

    private func payloadPatterns(
        _ elements: [(label: String?, pattern: Pattern)], _ payload: [TupleElementType], _ name: String,
        _ span: SourceSpan
    ) -> [PatternResult] {
        // One name for the whole payload takes it as a tuple; here as its parts only when there is one.
        guard elements.count == payload.count else {
            error(
                .payloadCountDiffers(name, pattern: elements.count, payload: payload.count),
                at: span)
            return elements.map { pattern($0.pattern, of: .unknown) }
        }
        return zip(elements, payload).map { element, part in
            if let label = element.label, label != part.label {
                error(.tupleLabelDiffers(label, expected: part.label ?? "_"), at: element.pattern.span)
            }
            return pattern(element.pattern, of: part.type)
        }
    }

    // MARK: Tests

    /// `case .one:` where the type is no enum of the user: compared with the static member.
    private func memberTest(
        _ owner: TypeReference?, _ name: String, _ elements: [(label: String?, pattern: Pattern)]?, _ type: CellType,
        _ span: SourceSpan
    ) -> PatternResult {
        if let elements {
            if !type.isUnknown { error(.noCase(name, of: type.settled), at: span) }
            for element in elements { _ = pattern(element.pattern, of: .unknown) }
            return .failed
        }
        if type.isUnknown { return .failed }
        let base = owner.map { Expression(.type($0), $0.span) }
        return test(Expression(.member(base, name: name, nameSpan: span), span), type, span)
    }

    /// A value to compare with, or a range to lie in.
    private func test(_ expression: Expression, _ type: CellType, _ span: SourceSpan) -> PatternResult {
        if case .boolean(let value) = expression.kind, type.isNominal(BuiltIn.bool) {
            return PatternResult(checked: comparison(expression, type, span), space: .constructor(value ? 1 : 0, []))
        }
        if case .nilLiteral = expression.kind, type.wrapped != nil {
            return PatternResult(checked: .none, space: .constructor(0, []))
        }
        return PatternResult(checked: comparison(expression, type, span), space: .something)
    }

    private func comparison(_ expression: Expression, _ type: CellType, _ span: SourceSpan) -> CheckedPattern {
        let subject = Variable("$subject", type, isConstant: true, span: span, scope: scope)
        findings.variables.append(subject)
        let value = make(.variable(subject), type, span)
        let start = solver.mark.variables
        let wanted = check(expression, expecting: rangeType(of: expression, type) ?? type)
        if wanted.type.isUnknown || type.isUnknown { return .wildcard }
        var test: CheckedExpression?
        if isRange(wanted.type) {
            test = choose(members(of: wanted.type, "contains", receiver: wanted), [value], .bool, span)
        } else {
            let before = findings.diagnostics.count
            let equal = infixOperator("==", value, wanted, expecting: .bool, span, span)
            if findings.diagnostics.count == before { test = equal }
            findings.diagnostics.removeLast(findings.diagnostics.count - before)
        }
        settleStatement(since: start)
        guard let test else {
            error(
                .valuePatternMismatch(wanted.type.settled, type.settled),
                at: span)
            return .wildcard
        }
        return .test(subject: subject, test)
    }

    /// `"a"..."m"` for a letter is a range of letters.
    private func rangeType(of expression: Expression, _ bound: CellType) -> CellType? {
        switch expression.kind {
        case .infix("...", _, _, _): .closedRange(bound)
        case .infix("..<", _, _, _): .range(bound)
        case .parenthesized(let inner): rangeType(of: inner, bound)
        default: nil
        }
    }

    private func isRange(_ type: CellType) -> Bool {
        let ranges = [
            BuiltIn.range, BuiltIn.closedRange, BuiltIn.rangeFrom, BuiltIn.rangeUpTo, BuiltIn.rangeThrough,
        ]
        return type.nominal.map(ranges.contains) ?? false
    }
}
