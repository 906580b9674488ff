internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    func assignment(_ target: Expression, _ value: Expression, _ span: SourceSpan) -> CheckedExpression {
        if case .discard = target.kind {
            let checked = check(value)
            return make(.assignment(make(.discard, checked.type, target.span), checked), .void, span)
        }
        let place = place(target)
        if !place.type.isUnknown { requireAssignable(place, for: .assignment) }
        if let second = secondPlace(for: value, at: place) {
            return make(.assignment(second.place, second.value), .void, span)
        }
        let checked =
            place.type.isUnknown || place.isLiteral ? check(value) : check(value, to: place.type, .assignment)
        if let same = place.samePlace(as: checked) { error(.assignedToItself(same), at: span) }
        return make(.assignment(place, checked), .void, span)
    }

    /// The left side of an assignment; a tuple of places is one too.
    private func place(_ target: Expression) -> CheckedExpression {
        guard case .tuple(let elements) = target.kind else { return check(target) }
        let places = elements.map { element -> CheckedExpression in
            if case .discard = element.value.kind { return make(.discard, solver.fresh("_"), element.value.span) }
            return place(element.value)
        }
        return make(.tuple(places), .tuple(places.map { TupleElementType(label: nil, type: $0.type) }), target.span)
    }

    /// `x += 1`.
    func compound(
        _ name: String, _ operatorSpan: SourceSpan, _ left: Expression, _ right: Expression, _ span: SourceSpan
    ) -> CheckedExpression {
        let place = check(left)
        let type = operandType(place)
        let value = checkWished(right, type)
        if place.type.isUnknown || value.type.isUnknown { return invalid(span) }
        requireAssignable(place, for: .mutatingOperator)
        for candidate in operators(name, [type]) where candidate.signature.parameters.count == 2 {
            let tried = trial { () -> CheckedExpression? in
                let types = instantiate(candidate)
                let parameters = candidate.signature.parameters.map { $0.type.substituting(types) }
                guard candidate.signature.parameters[0].isInOut, solver.unify(type, parameters[0]),
                    requirementProblem(candidate, types) == nil, let argument = convert(value, to: parameters[1])
                else { return nil }
                let target = make(.inOut(place), type, place.span)
                if case .user(let function) = candidate.signature.implementation { use(function) }
                return make(.call(candidate.signature, receiver: nil, [target, argument]), .void, span)
            }
            if let call = tried.result {
                keep(tried)
                return call
            }
            drop(tried)
        }
        return compoundMismatch(name, place, value, operatorSpan)
    }

    /// What an operator changes: in `x?.count += 1` the count, not the optional that the chain is.
    private func operandType(_ place: CheckedExpression) -> CellType {
        if case .chain(let inner, wraps: true) = place.kind { return inner.type }
        return place.type
    }

    private func compoundMismatch(
        _ name: String, _ place: CheckedExpression, _ value: CheckedExpression, _ span: SourceSpan
    ) -> CheckedExpression {
        solver.settleLiterals(in: value.type)
        let (left, right) = (place.type.settled, value.type.settled)
        return failed(
            .wrongOperands(of: name, left, right), at: span,
            hints: hints(from: right, to: left))
    }

    // MARK: What can be changed

    func requireAssignable(_ place: CheckedExpression, for use: Mistake.Change) {
        if let problem = problem(assigningTo: place) {
            error(.notAssignable(use, because: problem.cause), at: place.span, hints: problem.hints)
        }
    }

    private struct PlaceProblem {
        var cause: Unassignable
        var hints: [String] = []
    }

    /// Why a place cannot be changed; nil when it can.
    private func problem(assigningTo place: CheckedExpression) -> PlaceProblem? {
        switch place.kind {
        case .discard, .invalid: return nil
        case .variable(let variable): return problem(assigningTo: variable)
        case .field(let base, let index):
            guard let field = base.type.nominal?.fields[index] else { return nil }
            if field.isConstant && !(context.isInitializer && isSelf(base)) {
                return PlaceProblem(cause: .constant(field.name))
            }
            if isSetterHidden(field.access, of: base.type.nominal?.name) {
                return PlaceProblem(cause: .hiddenSetter(field.name))
            }
            return problem(assigningTo: base)
        case .tupleElement(let base, _), .forceUnwrap(let base), .chain(let base, _), .chained(let base):
            return problem(assigningTo: base)
        case .tuple(let places): return places.lazy.compactMap { self.problem(assigningTo: $0) }.first
        case .property(let signature, let receiver): return problem(signature, receiver)
        case .subscripted(let signature, let receiver, _): return problem(signature, receiver)
        case .builtInSubscript(.rangeElement, _, _): return PlaceProblem(cause: .elementOfRange)
        case .builtInSubscript(_, let base, _): return problem(assigningTo: base)
        case .integer, .float, .boolean, .string: return PlaceProblem(cause: .literal)
        default: return PlaceProblem(cause: .noVariable)
        }
    }

    private func problem(assigningTo variable: Variable) -> PlaceProblem? {
        guard variable.isConstant, !variable.isDeferred else { return nil }
        if variable === context.selfVariable {
            return PlaceProblem(
                cause: .immutableSelf, hints: ["mark the method 'mutating' to make 'self' mutable"])
        }
        return PlaceProblem(
            cause: .constant(variable.name),
            hints: variable.global != nil || variable.isLocalLet ? ["change 'let' to 'var' to make it mutable"] : [])
    }

    private func problem(_ signature: Signature, _ receiver: CheckedExpression?) -> PlaceProblem? {
        guard signature.isSettable else {
            return PlaceProblem(cause: signature.name == "subscript" ? .readSubscript : .readProperty(signature.name))
        }
        if isSetterHidden(signature.access, of: signature.owner) {
            return PlaceProblem(cause: .hiddenSetter(signature.name))
        }
        guard let receiver, receiver.type.nominal?.isReference != true else { return nil }
        return problem(assigningTo: receiver)
    }

    private func isSelf(_ expression: CheckedExpression) -> Bool {
        if case .variable(let variable) = expression.kind { return variable === context.selfVariable }
        return false
    }
}

extension CheckedExpression {
    /// What both are when they are the same variable or property.
    fileprivate func samePlace(as other: CheckedExpression) -> Mistake.Place? {
        switch (kind, other.kind) {
        case (.variable(let a), .variable(let b)): a === b ? .variable : nil
        case (.field(let a, let i), .field(let b, let j)): i == j && a.samePlace(as: b) != nil ? .property : nil
        default: nil
        }
    }
}

extension Variable {
    /// Whether it was written as `let`, not a parameter.
    fileprivate var isLocalLet: Bool { scope != nil && isConstant }
}

extension CheckedExpression {
    fileprivate var isLiteral: Bool {
        switch kind {
        case .integer, .float, .boolean, .string: true
        default: false
        }
    }
}
