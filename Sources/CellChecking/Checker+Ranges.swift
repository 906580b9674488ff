internal import CellMeaning
internal import CellSyntax
internal import CellValues

// `a..<b` and its like.
extension Checker {
    func range(
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

    func partialRange(
        _ kind: RangeBox.Kind, _ lower: Expression?, _ upper: Expression?, _ type: NominalType, _ span: SourceSpan
    ) -> CheckedExpression {
        let low = lower.map { check($0) }
        let high = upper.map { check($0) }
        let bound = low?.type ?? high?.type ?? .unknown
        if bound.isUnknown { return invalid(span) }
        guard conformances.has(bound, "Comparable") else {
            return failed(.wrongOperand(of: kind == .upTo ? "..<" : "...", bound.settled), at: span)
        }
        return make(.range(kind, low, high), .nominal(type, [bound]), span)
    }
}
