internal import CellMeaning
internal import CellSyntax
internal import CellValues

// Operators before or behind their one operand.
extension Checker {
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
        return failed(.unknownOperator(name, at: span, meant: ["++": "+= 1", "--": "-= 1"][name]))
    }

    func prefixOperator(_ name: String, _ operand: CheckedExpression, expecting: CellType?, _ span: SourceSpan)
        -> CheckedExpression
    {
        if operand.type.isUnknown { return invalid(span) }
        if name == "+" { return operand }
        if case .variable = operand.type.resolved { return undecided(name, [operand], operand.type, span) }
        let declared = operators(name, [operand.type]) + operators("prefix \(name)", [operand.type])
        let candidates = declared.filter { $0.signature.parameters.count == 1 }
        if let result = choose(candidates, [operand], expecting, span) { return result }
        if candidates.isEmpty, !["-", "+", "!", "~"].contains(name) {
            return failed(.noPrefixOperator(name), at: span)
        }
        return failed(
            .wrongOperand(of: name, operand.type.settled), at: span,
            hints: [negativeBound(name, operand) ?? otherOperator(name, operand)].compactMap { $0 })
    }

    /// `-2...`, which Swift reads as the negative of a range.
    private func negativeBound(_ name: String, _ operand: CheckedExpression) -> String? {
        guard name == "-", case .range(.from, let bound?, _) = operand.kind else { return nil }
        return "a negative bound stands in parentheses: (-\(source[bound.span]))..."
    }
}
