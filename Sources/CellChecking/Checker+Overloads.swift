internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// Calls the candidate that the arguments fit best.
    func call(
        _ candidates: [Candidate], named name: String, _ arguments: CallArguments, _ expecting: CellType?,
        _ span: SourceSpan, nameSpan: SourceSpan
    ) -> CheckedExpression {
        let everything = candidates
        guard let candidates = accessible(candidates, named: name, nameSpan) else {
            checkLoosely(arguments)
            return invalid(span)
        }
        let outer = callee
        callee = candidates.contains(where: \.isOfTheLibrary) ? nil : name
        defer { callee = outer }
        if standInSpan == nil { probe?.note(candidates, arguments.parenthesized) }
        var matching: [(Candidate, ArgumentMatch)] = []
        var mismatch: (Candidate, ArgumentMismatch)?
        for candidate in candidates {
            switch ArgumentMatch.match(
                candidate.signature.parameters, arguments.parenthesized, trailing: arguments.trailing)
            {
            case .success(let match): matching.append((candidate, match))
            case .failure(let problem): if mismatch == nil { mismatch = (candidate, problem) }
            }
        }
        if matching.isEmpty, candidates.count < everything.count, isHidden(everything, candidates, arguments) {
            refusePrivate(name, nameSpan)
            checkLoosely(arguments)
            return invalid(span)
        }
        let all = arguments.parenthesized + arguments.trailing
        guard let first = matching.first else {
            let isEmpty = all.isEmpty
            if let list = candidates.lazy.compactMap({ self.listProblem($0.signature, name, arguments) }).first {
                error(list.mistake, at: list.span, hints: list.hints)
            } else if let mismatch, candidates.count == 1 || isEmpty {
                report(mismatch.1, mismatch.0.signature, named: name, all, arguments, span)
            } else {
                error(
                    .noMatch(callTo: name), at: nameSpan,
                    hints: [otherLabel(all, candidates.map(\.signature))].compactMap { $0 }
                        + candidates.prefix(6).map { "candidate: \($0.signature.text)" })
            }
            checkLoosely(arguments)
            return invalid(span)
        }
        // What needs no context is checked once, for all candidates.
        let checked = all.map { argument -> CheckedExpression? in
            if case .inOut(let place) = argument.value.kind { return check(place) }
            // Of one candidate the parameter may tell which overload a call is: `Double`'s in `mean(f(2))`.
            if matching.count == 1, argument.value.mayMeanOthers { return nil }
            if argument.value.isWrittenList, matching.contains(where: \.0.takesAnything) { return nil }
            if argument.value.needsContext || isOverloaded(argument.value) { return nil }
            let value = check(argument.value)
            if all.count == 1, first.0.signature.name == "init" {
                settleUntold(value, madeInto: first.0.signature.result.nominal)
            }
            return value
        }
        if matching.count == 1 { return apply(first.0, first.1, all, checked, expecting, span).expression }
        return best(of: matching, named: name, all, checked, expecting, span, nameSpan)
    }

    /// Whether the arguments are those of a private candidate.
    private func isHidden(_ all: [Candidate], _ open: [Candidate], _ arguments: CallArguments) -> Bool {
        all.contains { candidate in
            guard !open.contains(where: { $0.signature === candidate.signature }) else { return false }
            let match = ArgumentMatch.match(
                candidate.signature.parameters, arguments.parenthesized, trailing: arguments.trailing)
            if case .success = match { return true }
            return false
        }
    }

    /// Whether a name stands for several functions, of which the parameter's type chooses one.
    func isOverloaded(_ expression: Expression) -> Bool {
        guard case .name(let name) = expression.kind,
            case .candidates(let candidates) = look(up: name, expression.span), candidates.count > 1
        else { return false }
        return !candidates.contains(where: \.isProperty)
    }

    private func best(
        of matching: [(Candidate, ArgumentMatch)], named name: String, _ arguments: [Argument],
        _ checked: [CheckedExpression?], _ expecting: CellType?, _ span: SourceSpan, _ nameSpan: SourceSpan
    ) -> CheckedExpression {
        var fits: [(index: Int, fit: CallFit)] = []
        var nearest: (index: Int, diagnostics: [CellDiagnostic])?
        for (index, item) in matching.enumerated() {
            let tried = trial { apply(item.0, item.1, arguments, checked, expecting, span) }
            var (expression, fit) = tried.result
            // A missing `try` says nothing about which one is meant.
            let problems = tried.findings.diagnostics.filter { $0.kind != .unmarkedThrow }
            if problems.isEmpty, let expecting, expecting.resolved.isConcrete {
                fit.isUnwanted = conversion(from: expression.type, to: expecting) == nil
            }
            drop(tried)
            if problems.isEmpty {
                fits.append((index, fit))
            } else if nearest.map({ furthest(problems) > furthest($0.diagnostics) }) ?? true {
                nearest = (index, problems)
            }
        }
        if fits.map(\.fit).min()?.isUnwanted ?? true,
            let again = withCallsInContext(matching, arguments, checked, expecting, span)
        {
            return again
        }
        if let least = fits.map(\.fit).min() {
            let best = fits.filter { $0.fit == least }.map { matching[$0.index] }
            guard let (candidate, match) = mostSpecific(best, \.0.signature) else {
                // Of an argument that is wrong by itself nothing is known.
                if checked.contains(where: { $0?.type.isUntold ?? false }) { return invalid(span) }
                return failed(
                    .ambiguous(name), at: nameSpan, hints: best.prefix(6).map { "candidate: \($0.0.signature.text)" })
            }
            return apply(candidate, match, arguments, checked, expecting, span).expression
        }
        return explainFailure(matching, nearest, named: name, checked, span, nameSpan)
    }

    /// How far into the cell the first problem lies: the candidate that went furthest is the likeliest.
    private func furthest(_ problems: [CellDiagnostic]) -> Int { problems.first?.span.start ?? 0 }

    private func explainFailure(
        _ matching: [(Candidate, ArgumentMatch)], _ nearest: (index: Int, diagnostics: [CellDiagnostic])?,
        named name: String, _ checked: [CheckedExpression?], _ span: SourceSpan, _ nameSpan: SourceSpan
    ) -> CheckedExpression {
        for value in checked { if let value { solver.settleLiterals(in: value.type) } }
        if checked.contains(where: { $0?.type.isUnknown ?? false }) { return invalid(span) }
        let wanted = matching.lazy.flatMap { $0.0.signature.parameters.map { $0.type } }
        for value in checked {
            guard let value, let found = wanted.lazy.compactMap({ self.redeclared(from: value.type, to: $0) }).first
            else { continue }
            return failed(found.mistake, at: value.span, hints: found.hints)
        }
        // A mistake within a closure is that mistake, whichever overload was meant.
        if let nearest, checked.contains(where: { $0 == nil }), let first = nearest.diagnostics.first,
            first.kind != .wrongType
        {
            findings.diagnostics += nearest.diagnostics
            return invalid(span)
        }
        let given = checked.map { $0?.type.settled }
        let other = given.lazy.compactMap { $0 }.compactMap { self.otherConversion(from: $0, to: name) }.first
        error(
            .noMatchOfTypes(callTo: name, given: given), at: nameSpan,
            hints: [other].compactMap { $0 } + matching.prefix(6).map { "candidate: \($0.0.signature.text)" })
        return invalid(span)
    }

    // MARK: One candidate

    /// The call of one candidate, and what had to be bent for it.
    func apply(
        _ candidate: Candidate, _ match: ArgumentMatch, _ arguments: [Argument], _ checked: [CheckedExpression?],
        _ expecting: CellType?, _ span: SourceSpan
    ) -> (expression: CheckedExpression, fit: CallFit) {
        let signature = candidate.signature
        let types = instantiate(candidate)
        var fit = CallFit(isGeneric: !signature.genericParameters.isEmpty)
        var values: [CheckedExpression?] = Array(repeating: nil, count: signature.parameters.count)
        if let problem = requirementProblem(candidate, types) { return (failed(problem, at: span), fit) }
        // Closures come last: by then the other arguments have told their types.
        let closures = signature.parameters.indices.filter { hasClosure(match.places[$0], arguments) }
        // Members without a base are looked for in what the others tell: `stride(from: 0, to: .infinity, by: 1.5)`.
        let implicit = signature.parameters.indices.filter { index in
            match.places[index].contains { arguments[$0].value.isWithoutBase }
        }
        let others = signature.parameters.indices.filter { !closures.contains($0) && !implicit.contains($0) }
        // Calls come after what tells their type: `max(f(2), 0.5)`.
        let calls = others.filter { index in
            match.places[index].contains { place in
                let value = arguments[place].value
                return checked[place] == nil && (value.mayMeanOthers || tellsArguments > 0 && isOverloaded(value))
            }
        }
        let plain = others.filter { !calls.contains($0) } + calls
        let told = implicit.filter { !closures.contains($0) } + closures
        for index in plain + told {
            if index == told.first || tellsArguments > 0 && index == calls.first {
                wish(for: signature.result.substituting(types), expecting)
            }
            let parameter = signature.parameters[index]
            let type = parameter.type.substituting(types)
            let places = match.places[index]
            var given = places.map { (arguments[$0].value, checked[$0]) }
            // Swift spreads a list of several types that stands alone for `Any...`; here it is a mistake.
            if parameter.isVariadic, given.count == 1, type.isExistential, given[0].0.isWrittenList,
                !signature.isOfTheLibrary
            {
                given[0].1 = check(given[0].0)
            }
            if places.isEmpty, !parameter.isVariadic { fit.defaults += 1 }
            values[index] = self.parameterValue(
                parameter, type, given, &fit, span)
        }
        if let problem = requirementProblem(candidate, types) { return (failed(problem, at: span), fit) }
        let all = values.map { $0 ?? invalid(span) }
        noteThrow(of: signature, all, span)
        let receiver = candidate.receiver.map { self.receiver($0, signature, span) }
        if receiver == nil, case .user(let function) = signature.implementation { use(function) }
        let result = signature.result.substituting(types)
        // What is given for a wrong argument is as little known as the argument.
        let type = all.contains(where: \.type.isUnknown) && result.hasOpenParts ? CellType.unknown : result
        return (make(.call(signature, receiver: receiver, all), type, span), fit)
    }

    private func hasClosure(_ places: [Int], _ arguments: [Argument]) -> Bool {
        places.contains { arguments[$0].value.isClosure }
    }

    private func noteThrow(of signature: Signature, _ values: [CheckedExpression], _ span: SourceSpan) {
        switch signature.throwing {
        case .always: noteThrow(at: span, .call)
        case .whenArgumentsDo:
            let throwing = zip(signature.parameters, values).contains { parameter, value in
                parameter.type.functionType?.isThrowing == true && value.canThrow
            }
            if throwing { noteThrow(at: span, .call) }
        case .never: break
        }
    }

    private func receiver(_ receiver: CheckedExpression, _ signature: Signature, _ span: SourceSpan)
        -> CheckedExpression
    {
        guard signature.isMutating else { return receiver }
        requireAssignable(receiver, for: .mutatingMember)
        return make(.inOut(receiver), receiver.type, receiver.span)
    }

    // MARK: One parameter

    private func parameterValue(
        _ parameter: SignatureParameter, _ type: CellType, _ given: [(Expression, CheckedExpression?)],
        _ fit: inout CallFit, _ span: SourceSpan
    ) -> CheckedExpression {
        if parameter.isVariadic {
            let values = given.map { one($0, parameter, type, &fit) }
            return make(.array(values), .array(type), span)
        }
        if let value = given.first { return one(value, parameter, type, &fit) }
        return defaultValue(parameter, type, span)
    }

    private func one(
        _ given: (Expression, CheckedExpression?), _ parameter: SignatureParameter, _ type: CellType,
        _ fit: inout CallFit
    ) -> CheckedExpression {
        if parameter.isInOut { return inOutArgument(given.0, checked: given.1, type) }
        if parameter.isAutoclosure { return autoclosure(given.0, given.1, type) }
        if case .inOut = given.0.kind {
            return failed(.unwantedAmpersand, at: given.0.span)
        }
        if let value = given.1, case .existential = type.resolved { refuseMixed(in: value, isPrinted: true) }
        guard let value = given.1 else {
            if given.0.isWithoutBase { solver.settleLiterals(in: type.literalOnly) }
            let value = check(given.0, to: type, .argument)
            if case .existential = type.resolved { refuseMixed(in: value, isPrinted: true) }
            fit.note(value)
            return value
        }
        let literals = value.type.freeVariables.compactMap { variable in variable.literal.map { (variable, $0) } }
        let result = converted(value, to: type, .argument)
        for (variable, literal) in literals { fit.note(literal, as: .variable(variable)) }
        if result !== value, case .convert(_, let conversion) = result.kind { fit.note(conversion) }
        return result
    }

    func autoclosure(_ value: Expression, _ checked: CheckedExpression?, _ type: CellType) -> CheckedExpression {
        guard let function = type.functionType else { return check(value, to: type, .argument) }
        let literal = ClosureLiteral(
            parameters: nil, captures: [], throwsMark: false, result: nil,
            body: [Statement(.expression(value), value.span)], anonymousCount: 0, span: value.span)
        return closure(literal, expecting: .function(function), value.span)
    }
}

extension Expression {
    var isClosure: Bool {
        switch kind {
        case .closure: true
        case .parenthesized(let inner): inner.isClosure
        default: false
        }
    }
}

extension CheckedExpression {
    /// Whether calling this function value may throw.
    fileprivate var canThrow: Bool {
        if case .convert(let inner, _) = kind { return inner.canThrow }
        return (type.wrapped ?? type).functionType?.isThrowing ?? false
    }
}

extension Candidate {
    fileprivate var isOfTheLibrary: Bool { signature.isOfTheLibrary }

    /// Whether a parameter is of `Any`, or a list of such: what is written for it is checked for that.
    fileprivate var takesAnything: Bool {
        signature.parameters.contains { parameter in
            let type = parameter.type.wrapped ?? parameter.type
            return type.isExistential || type.isListOfAnything
        }
    }
}

extension CellType {
    /// Whether it has parts that nothing has told, not even a literal.
    fileprivate var hasOpenParts: Bool { freeVariables.contains { $0.literal == nil } }

    /// Whether nothing is known of it, not even a literal.
    fileprivate var isUntold: Bool {
        switch resolved {
        case .unknown: true
        case .variable(let variable): variable.literal == nil
        default: false
        }
    }
}
