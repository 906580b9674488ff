internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FlowWalk {
    // MARK: Reading

    func use(_ variable: Variable, _ span: SourceSpan) {
        if variable === initialised { return useInitialised(span, .read) }
        requireSet(variable, span, .read)
    }

    func requireSet(_ variable: Variable, _ span: SourceSpan, _ use: Mistake.Use) {
        let key = FlowKey.of(variable)
        guard tracked[key] != nil, state.isReached, !state.set.contains(key) else { return }
        guard !isSilent, reported.insert(key).inserted else { return }
        error(
            .usedBeforeSet(isConstant: variable.isConstant, variable.name, use), at: span,
            hints: ["it has no value on some way that leads here"])
    }

    /// A local function needs what it captures where it is called.
    func use(_ function: UserFunction, _ span: SourceSpan) {
        for variable in function.scope.captures {
            if undeclared.contains(ObjectIdentifier(variable)), !isSilent {
                error(.capturedBeforeDeclared(variable.name), at: span)
            }
            requireSet(variable, span, .captured)
        }
    }

    // MARK: Changing

    func assign(_ place: CheckedExpression) {
        switch place.kind {
        case .variable(let variable) where variable === initialised:
            for key in fieldKeys { note(key) }
            note(.whole)
        case .variable(let variable): assign(variable, place.span)
        case .field(let base, let index) where isInitialised(base): assign(field: index, place.span)
        case .tuple(let places): for place in places { assign(place) }
        case .discard: break
        default: change(place)
        }
    }

    private func assign(_ variable: Variable, _ span: SourceSpan) {
        let key = FlowKey.of(variable)
        guard tracked[key] != nil else {
            // One of an earlier cell, or of the function around a local one.
            if variable.isConstant, variable.isDeferred { assignElsewhere(variable, span) }
            return
        }
        if variable.isConstant, state.isReached, state.maybe.contains(key) || closureDepth > 0, !isSilent,
            reported.insert(key).inserted
        {
            error(.setTwice(variable.name), at: span)
        }
        if closureDepth > 0 { return }
        note(key)
    }

    private func assignElsewhere(_ variable: Variable, _ span: SourceSpan) {
        if variable.global == nil || variable.wasSet || closureDepth > 0 {
            guard !isSilent, reported.insert(.of(variable)).inserted else { return }
            return error(.setTwice(variable.name), at: span)
        }
        tracked[.of(variable)] = variable
        note(.of(variable))
    }

    private func note(_ key: FlowKey) {
        state.assign(key)
    }

    /// A place whose value is changed where it is.
    func change(_ place: CheckedExpression) {
        switch place.kind {
        case .variable(let variable):
            use(variable, place.span)
            if variable.isConstant, variable.isDeferred {
                error(
                    .setTwice(variable.name), at: place.span,
                    hints: ["change 'let' to 'var' to make it mutable"])
            }
        case .field(let base, let index) where isInitialised(base):
            use(field: index, place.span)
            if let field = initialisedType?.fields[index], field.isConstant {
                error(.fieldSetTwice(field.name), at: place.span)
            }
        case .field(let base, _), .tupleElement(let base, _), .forceUnwrap(let base), .chain(let base, _),
            .chained(let base), .inOut(let base):
            change(base)
        case .builtInSubscript(_, let base, let indices):
            change(base)
            for index in indices { visit(index) }
        case .property(_, let receiver?): change(receiver)
        case .subscripted(_, let receiver, let indices):
            change(receiver)
            for index in indices { visit(index) }
        default: visit(place)
        }
    }

    // MARK: Initialisers

    var initialisedType: NominalType? { initialised?.type.nominal }
    private var fieldKeys: [FlowKey] { (initialisedType?.fields ?? []).indices.map { .field($0) } }

    func isInitialised(_ expression: CheckedExpression) -> Bool {
        guard let initialised, case .variable(let variable) = expression.kind else { return false }
        return variable === initialised && closureDepth == 0
    }

    func use(field index: Int, _ span: SourceSpan) {
        guard state.isReached, !state.set.contains(.field(index)), let field = initialisedType?.fields[index],
            !isSilent, reported.insert(.field(index)).inserted
        else { return }
        error(.fieldUsedBeforeSet(isConstant: field.isConstant, field.name), at: span)
    }

    func assign(field index: Int, _ span: SourceSpan) {
        guard let field = initialisedType?.fields[index] else { return }
        if field.isConstant, state.isReached, state.maybe.contains(.field(index)), !isSilent,
            reported.insert(.field(index)).inserted
        {
            error(.fieldSetTwice(field.name), at: span)
        }
        note(.field(index))
    }

    func useInitialised(_ span: SourceSpan, _ use: Mistake.Use) {
        guard state.isReached, let missing, !isSilent, reported.insert(.whole).inserted else { return }
        error(.selfUsedIncomplete(use), at: span, hints: missing.map { ["'\($0)' has no value yet"] } ?? [])
    }

    /// The name of a stored property that may have no value, nil within when it is all of an enum.
    private var missing: String?? {
        guard let type = initialisedType else { return nil }
        if type.kind == .enumeration { return state.set.contains(.whole) ? nil : .some(nil) }
        let index = type.fields.indices.first { !state.set.contains(.field($0)) && !reported.contains(.field($0)) }
        return index.map { type.fields[$0].name }
    }

    /// Where an initialiser returns, everything must have a value, unless it returns nil.
    func leaveInitialiser(_ value: CheckedExpression?, _ span: SourceSpan) {
        if value != nil { return }
        guard state.isReached, let missing else { return }
        error(
            missing == nil ? .selfUsedBeforeSet : .returnBeforeAllSet,
            at: span, hints: missing.map { ["'\($0)' is not set on every way"] } ?? [])
    }
}
