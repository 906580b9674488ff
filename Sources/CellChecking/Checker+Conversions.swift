internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// The expression as a value of another type, nil when Swift would not make it one.
    func convert(_ expression: CheckedExpression, to target: CellType) -> CheckedExpression? {
        guard let step = conversion(from: expression.type, to: target) else { return arrayOverload(expression, target) }
        guard let conversion = step.conversion else { return expression }
        return make(.convert(expression, conversion), target, expression.span)
    }

    struct Step {
        /// Nil when the value can stay as it is.
        var conversion: CheckedConversion?
    }

    func conversion(from source: CellType, to target: CellType) -> Step? {
        let from = source.resolved
        let to = target.resolved
        if from.isUnknown || to.isUnknown || from.isNever { return Step() }
        if let wrapped = to.wrapped { return optional(from, wrapped, target) }
        if case .existential(let name) = to { return existential(from, name) }
        if case .tuple(let x) = from, case .tuple(let y) = to, x.map(\.label) != y.map(\.label) {
            return parts(from, to)
        }
        if solver.unify(from, to) { return Step() }
        return parts(from, to)
    }

    private func optional(_ from: CellType, _ wrapped: CellType, _ target: CellType) -> Step? {
        if case .variable(let variable) = from {
            if variable.literal == nil { return solver.unify(from, target) ? Step() : nil }
            if solver.unify(from, wrapped) { return Step(conversion: .wrap) }
        }
        if let inner = from.wrapped {
            if solver.unify(inner, wrapped) { return Step() }
            if let step = conversion(from: inner, to: wrapped) {
                return Step(conversion: step.conversion.map { .inner($0) })
            }
            // `T?` to `T??`
            if let step = conversion(from: from, to: wrapped), step.conversion == nil { return Step(conversion: .wrap) }
            return nil
        }
        guard let step = conversion(from: from, to: wrapped) else { return nil }
        guard let first = step.conversion else { return Step(conversion: .wrap) }
        return Step(conversion: .both(first))
    }

    private func existential(_ from: CellType, _ name: String) -> Step? {
        if case .existential(let own) = from, own == name { return Step() }
        if case .function = from, name != "Any" { return nil }
        solver.settleLiterals(in: from)
        guard conformances.has(from, name) else { return nil }
        return Step(conversion: .existential(from: from))
    }

    /// Arrays, dictionaries and tuples whose parts convert.
    private func parts(_ from: CellType, _ to: CellType) -> Step? {
        switch (from, to) {
        case (.nominal(let a, let x), .nominal(let b, let y)) where a === b && a === BuiltIn.array:
            return conversion(from: x[0], to: y[0]).map { Step(conversion: $0.conversion.map { .elements($0) }) }
        case (.nominal(let a, let x), .nominal(let b, let y)) where a === b && a === BuiltIn.dictionary:
            guard solver.unify(x[0], y[0]), let step = conversion(from: x[1], to: y[1]) else { return nil }
            return Step(conversion: step.conversion.map { .values($0) })
        case (.tuple(let x), .tuple(let y)) where x.count == y.count:
            var steps: [CheckedConversion?] = []
            for (a, b) in zip(x, y) {
                guard a.label == nil || b.label == nil || a.label == b.label,
                    let step = conversion(from: a.type, to: b.type)
                else { return nil }
                steps.append(step.conversion)
            }
            let isSame = x.map(\.label) == y.map(\.label) && steps.allSatisfy { $0 == nil }
            return Step(conversion: isSame ? nil : .tuple(steps, labels: y.map(\.label)))
        case (_, .nominal(let type, let arguments)) where type === BuiltIn.someSequence:
            solver.settleTexts(in: from.literalOnly)
            guard let element = conformances.element(of: from), isPlain(element, as: arguments[0], in: from),
                solver.unify(element, arguments[0])
            else { return nil }
            return Step()
        default: return nil
        }
    }

    /// Whether a sequence's pairs are without labels where such are wanted, as those of `enumerated()` are not. Those of an
    /// array convert one by one.
    private func isPlain(_ element: CellType, as wanted: CellType, in source: CellType) -> Bool {
        guard case .tuple(let own) = element.resolved, case .tuple(let parts) = wanted.resolved,
            !source.isNominal(BuiltIn.array)
        else { return true }
        return own.map(\.label) == parts.map(\.label)
    }

    // MARK: Functions that give an array too

    /// Swift has `reversed`, and `map` and its like behind `lazy`, twice: as a view and as an array. A call of one is an
    /// array where that is wanted.
    private static let alsoArrays: Set<String> = ["reversed", "map", "filter", "compactMap", "flatMap"]

    private func isAlsoArray(_ expression: CheckedExpression) -> Bool {
        guard case .call(let signature, _?, _) = expression.kind, case .host = signature.implementation,
            Checker.alsoArrays.contains(signature.name), let type = expression.type.nominal
        else { return false }
        return BuiltIn.views.contains(type)
    }

    private func arrayOverload(_ expression: CheckedExpression, _ target: CellType) -> CheckedExpression? {
        guard (target.wrapped ?? target).isNominal(BuiltIn.array), isAlsoArray(expression) else { return nil }
        return convert(arrayOverload(expression), to: target)
    }

    /// The array of such a call, or the expression as it is.
    func arrayOverload(_ expression: CheckedExpression) -> CheckedExpression {
        guard isAlsoArray(expression), let element = conformances.element(of: expression.type) else {
            return expression
        }
        return make(.convert(expression, .sequence), .array(element), expression.span)
    }

    /// Checks an expression where a value of a type is wanted.
    func check(_ expression: Expression, to target: CellType, _ purpose: Purpose) -> CheckedExpression {
        converted(checkWished(expression, target), to: target, purpose)
    }

    func converted(_ value: CheckedExpression, to target: CellType, _ purpose: Purpose) -> CheckedExpression {
        if let result = convert(value, to: target) { return result }
        if purpose == .argument, splats(value.type, target) {
            return make(.convert(value, .splat), target, value.span)
        }
        if purpose == .condition, value.isAssignment {
            return failed(.assignmentAsCondition, at: value.span)
        }
        solver.settleLiterals(in: value.type)
        let (from, to) = (value.type.settled, target.settled)
        if let found = redeclared(from: from, to: to) {
            return failed(found.mistake, at: value.span, hints: found.hints)
        }
        if let found = uncalled(value, for: target) { return found }
        let mustUnwrap = from.wrapped.map { conversion(from: $0, to: to) != nil } ?? false
        return failed(
            mustUnwrap ? .mustUnwrap(from, to: to) : purpose.mistake(from, to), at: value.span,
            hints: hints(from: from, to: to))
    }

    /// Whether a function of several parameters is wanted as one of a tuple: `zip(a, b).map(max)`.
    func splats(_ source: CellType, _ target: CellType) -> Bool {
        guard let given = source.functionType, let wanted = (target.wrapped ?? target).functionType,
            given.parameters.count > 1, wanted.parameters.count == 1,
            case .tuple(let parts) = wanted.parameters[0].type.resolved, parts.count == given.parameters.count,
            !given.isThrowing || wanted.isThrowing
        else { return false }
        return solver.attempt {
            zip(parts, given.parameters).allSatisfy { !$1.isInOut && solver.unify($0.type, $1.type) }
                && solver.unify(given.result, wanted.result)
        }
    }

    func hints(from source: CellType, to target: CellType) -> [String] {
        if target.isNominal(BuiltIn.someSequence), case .tuple(let parts)? = conformances.element(of: source),
            parts.count == 2, parts.contains(where: { $0.label != nil })
        {
            return ["its pairs have labels; without them: .map { ($0, $1) }"]
        }
        if target == .array(source), source.isNominal(BuiltIn.int) { return ["it is a list: write it in brackets"] }
        let numbers = [BuiltIn.int, BuiltIn.double, BuiltIn.float]
        if let a = source.nominal, let b = target.nominal, numbers.contains(a), numbers.contains(b) {
            return ["convert it: \(b.name)(…)"]
        }
        if let wrapped = source.wrapped, conversion(from: wrapped, to: target) != nil {
            return ["unwrap it: with '!', '??' or 'if let'"]
        }
        if let hint = otherConversion(from: source, to: target.description) { return [hint] }
        return maker(of: target, from: source).map { ["make it one: \($0)"] } ?? []
    }

    /// `Tensor(…)` for an Int, where the library's type can be made of it.
    private func maker(of target: CellType, from source: CellType) -> String? {
        guard let owner = target.nominal, owner.kind == .host else { return nil }
        let isThere = declared("init", on: owner.name).contains {
            $0.parameters.count == 1 && $0.parameters[0].label == nil && $0.parameters[0].type.settled == source
        }
        return isThere ? "\(owner.name)(…)" : nil
    }

    /// What a value was wanted for, for the mistake when its type does not fit.
    enum Purpose {
        case specified, argument, result, element, condition, assignment

        func mistake(_ from: CellType, _ to: CellType) -> Mistake {
            switch self {
            case .specified: .wrongSpecifiedType(from, to: to)
            case .argument: .wrongArgument(from, to: to)
            case .result: .wrongResult(from, to: to)
            case .element: .wrongElement(from, to: to)
            case .condition: .wrongCondition(from, to: to)
            case .assignment: .wrongAssignment(from, to: to)
            }
        }
    }
}
