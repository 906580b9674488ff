internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    func forceUnwrap(_ base: Expression, _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        let value = check(base, expecting: expecting.map { .optional($0) })
        if value.type.isUnknown { return invalid(span) }
        guard let wrapped = value.type.wrapped else {
            return failed(.forcedNoOptional(value.type.settled), at: value.span)
        }
        return make(.forceUnwrap(value), wrapped, span)
    }

    func chained(_ base: Expression, _ span: SourceSpan) -> CheckedExpression {
        let value = check(base)
        if value.type.isUnknown { return invalid(span) }
        guard let wrapped = value.type.wrapped else {
            return failed(
                .chainedNoOptional(value.type.settled), at: value.span)
        }
        return make(.chained(value), wrapped, span)
    }

    /// What is wanted of a chain is wanted of its last link, without the optional.
    func chain(_ inner: Expression, _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        let value = check(inner, expecting: expecting.flatMap { $0.wrapped ?? $0 })
        if value.type.isUnknown { return invalid(span) }
        if value.type.wrapped != nil { return make(.chain(value, wraps: false), value.type, span) }
        return make(.chain(value, wraps: true), .optional(value.type), span)
    }

    // MARK: Casts

    func cast(
        _ value: Expression, _ kind: Expression.CastKind, _ reference: TypeReference, _ span: SourceSpan
    ) -> CheckedExpression {
        let type = resolve(reference)
        if type.isUnknown {
            _ = check(value)
            return invalid(span)
        }
        switch kind {
        case .always:
            let checked = checkWished(value, type)
            if let result = convert(checked, to: type) {
                findings.mixed.removeAll { $0.expression === checked }
                return result
            }
            solver.settleLiterals(in: checked.type)
            return failed(
                .wrongCoercion(checked.type.settled, to: type),
                at: checked.span,
                hints: hints(from: checked.type.settled, to: type))
        case .optional, .forced:
            let checked = check(value)
            solver.settleLiterals(in: checked.type)
            let isForced = kind == .forced
            return make(.cast(checked, isForced: isForced, type), isForced ? type : .optional(type), span)
        }
    }

    // MARK: try

    func attempt(
        _ kind: Expression.TryKind, _ value: Expression, _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        context.tryDepth += 1
        if kind != .plain { context.handledDepth += 1 }
        defer {
            context.tryDepth -= 1
            if kind != .plain { context.handledDepth -= 1 }
        }
        switch kind {
        case .plain: return check(value, expecting: expecting)
        case .forced:
            let checked = check(value, expecting: expecting)
            return make(.forcedTry(checked), checked.type, span)
        case .optional:
            // `try? risky() ? 1 : nil` is of the optional itself.
            let checked = check(value, expecting: value.mayBeNil ? expecting : expecting.map { $0.wrapped ?? $0 })
            if checked.type.wrapped != nil { return make(.optionalTry(checked, flattens: true), checked.type, span) }
            return make(.optionalTry(checked, flattens: false), .optional(checked.type), span)
        }
    }
}
