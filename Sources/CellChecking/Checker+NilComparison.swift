internal import CellMeaning
internal import CellSyntax
internal import CellValues

// Optionals beside values and beside `nil`.
extension Checker {
    /// `x == nil` needs no equatable value, and `x` no optional.
    func nilTest(_ name: String, _ left: Expression, _ right: Expression, _ span: SourceSpan) -> CheckedExpression? {
        guard left.isNil != right.isNil else { return nil }
        let value = check(left.isNil ? right : left)
        if value.type.isUnknown { return invalid(span) }
        solver.settleLiterals(in: value.type)
        let optional = value.type.wrapped == nil ? make(.convert(value, .wrap), .optional(value.type), span) : value
        let test = make(.isNil(optional), .bool, span)
        return name == "==" ? test : make(.not(test), .bool, span)
    }

    /// A value beside an optional is compared as one: `name == names.first`.
    func lifted(_ name: String, _ a: CheckedExpression, _ b: CheckedExpression) -> (
        CheckedExpression, CheckedExpression
    )? {
        guard name == "==" || name == "!=" else { return nil }
        if a.type.wrapped == nil, b.type.wrapped != nil { return convert(a, to: b.type).map { ($0, b) } }
        if b.type.wrapped == nil, a.type.wrapped != nil { return convert(b, to: a.type).map { (a, $0) } }
        return nil
    }

    /// `x == nil` needs no equatable value.
    func nilComparison(_ name: String, _ a: CheckedExpression, _ b: CheckedExpression, _ span: SourceSpan)
        -> CheckedExpression?
    {
        let value: CheckedExpression
        if case .nilLiteral = b.kind { value = a } else if case .nilLiteral = a.kind { value = b } else { return nil }
        guard value.type.wrapped != nil else { return nil }
        let test = make(.isNil(value), .bool, span)
        return name == "==" ? test : make(.not(test), .bool, span)
    }
}
