internal import CellMeaning
internal import CellSyntax
internal import CellValues

// `&&`, `||` and `??`, whose right side is not always evaluated.
extension Checker {
    func logical(_ name: String, _ left: Expression, _ right: Expression, _ span: SourceSpan) -> CheckedExpression {
        let sides = [left, right].map { check($0, expecting: .bool) }
        // `mask && mask`
        if let hint = otherOperator(name, sides[0], sides[1]) {
            return failed(
                .wrongOperands(of: name, sides[0].type.settled, sides[1].type.settled), at: span, hints: [hint])
        }
        let (a, b) = (converted(sides[0], to: .bool, .condition), converted(sides[1], to: .bool, .condition))
        return make(name == "&&" ? .and(a, b) : .or(a, b), .bool, span)
    }

    func coalesce(_ left: Expression, _ right: Expression, _ expecting: CellType?, _ span: SourceSpan)
        -> CheckedExpression
    {
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
        // Of literals what is wanted of the whole tells what both sides are.
        if let expecting, expecting.isConcrete, case .variable = wrapped.resolved {
            _ = solver.unify(wrapped, expecting.wrapped ?? expecting)
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

    private func coalesced(_ a: CheckedExpression, _ wrapped: CellType, _ right: Expression, _ span: SourceSpan)
        -> CheckedExpression
    {
        let b = checkWished(right, wrapped)
        let kinds = right.isWrittenLiteral ? kindsOfSides(a, b) : nil
        if b.type.wrapped == nil || b.type.isNever, let value = convert(b, to: wrapped) {
            let whole = make(.coalesce(a, value, unwraps: true), wrapped, span)
            if let kinds { findings.mixed.append((expression: whole, mistake: .sidesDiffer(kinds.0, kinds.1))) }
            return whole
        }
        if let value = convert(b, to: a.type) { return make(.coalesce(a, value, unwraps: false), a.type, span) }
        solver.settleLiterals(in: b.type)
        return failed(Purpose.argument.mistake(b.type.settled, wrapped.settled), at: b.span)
    }
}
