internal import CellMeaning
internal import CellSyntax
internal import CellValues

// `[1, 2].map { $0 / 2 } + [x]`: Swift takes the computed numbers for `Int` before it looks at the list beside them, and makes the
// sum a list of `Any`, unless something else tells: what is wanted of it, or a list that is not written there.
extension Checker {
    /// The types of the two lists of such a sum; asked before they become one.
    func kindsOfSum(_ name: String, _ a: CheckedExpression, _ b: CheckedExpression, _ expecting: CellType?)
        -> (CellType, CellType)?
    {
        guard name == "+", a.type.isNominal(BuiltIn.array), b.type.isNominal(BuiltIn.array),
            !(expecting.map(holdsFractions) ?? false)
        else { return nil }
        if isMixedSum(a), b.isArray || isMixedSum(b) { return (.int, .double) }
        if isMixedSum(b), a.isArray { return (.int, .double) }
        for (computed, other) in [(a, b), (b, a)] where other.isArray && holdsFractions(other.type) {
            if computed.isMadeOfResults, isComputedOfIntegers(computed, since: 0) { return (.int, .double) }
        }
        return nil
    }

    func noteSum(_ sum: CheckedExpression, _ kinds: (CellType, CellType)?) {
        if let kinds { findings.mixed.append((expression: sum, mistake: .elementsDiffer(kinds.0, kinds.1))) }
    }

    private func isMixedSum(_ value: CheckedExpression) -> Bool {
        value.isSum && findings.mixed.contains { $0.expression === value }
    }
}

extension CheckedExpression {
    fileprivate var isArray: Bool { if case .array = kind { true } else { false } }

    /// Whether its elements are what expressions give, not those of another list.
    fileprivate var isMadeOfResults: Bool {
        switch kind {
        case .array: true
        case .call(let signature, _?, _): ["map", "flatMap", "compactMap"].contains(signature.name)
        default: false
        }
    }

    /// Whether it is a sum; also of lists.
    var isSum: Bool {
        if case .call(let signature, nil, _) = kind { signature.name == "+" } else { false }
    }
}
