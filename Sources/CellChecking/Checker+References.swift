internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// A variable's value.
    func variable(_ variable: Variable, _ span: SourceSpan) -> CheckedExpression {
        scope.use(variable)
        return make(.variable(variable), variable.type, span)
    }

    /// A name that stands for a value.
    func reference(_ name: String, expecting: CellType?, _ span: SourceSpan) -> CheckedExpression {
        probe(name: name, at: span)
        if name == "..." { return make(.range(.unbounded, nil, nil), .nominal(BuiltIn.unboundedRange, []), span) }
        switch look(up: name, span) {
        case .variable(let found): return variable(found, span)
        case .field(let base, let index): return field(base, index, span)
        case .candidates(let candidates): return value(of: candidates, named: name, expecting, span)
        case .type(let type):
            return failed(
                .bareTypeName(type), at: span,
                hints: ["use '\(name).self' for the type itself"])
        case .nothing:
            if let operatorValue = operatorReference(name, expecting, span) { return operatorValue }
            if let mistake = unfittingOperator(name, expecting) { return failed(mistake, at: span) }
            if let way = library.leftOut[name] { return failed(.leftOut(name, at: span, hints: [way])) }
            let other = otherName(name, at: span)
            let near = other == nil ? nearestName(name) : nil
            return failed(.unknownName(name, at: span, meant: near, hints: [other].compactMap { $0 }))
        }
    }

    func field(_ base: CheckedExpression, _ index: Int, _ span: SourceSpan) -> CheckedExpression {
        let type = base.type.nominal?.fields[index].type ?? .unknown
        return make(.field(base, index: index), type, span)
    }

    /// A property's value, or a function as a value.
    func value(
        of candidates: [Candidate], named name: String, _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression {
        guard let candidates = accessible(candidates, named: name, span) else { return invalid(span) }
        if let property = candidates.first(where: { if case .property = $0.signature.kind { true } else { false } }) {
            return self.property(property, span)
        }
        let wanted = expecting.map { $0.wrapped ?? $0 }
        var fitting = candidates
        if let wanted, let function = wanted.functionType {
            var exact = those(of: candidates, fitting: wanted)
            // Of `f(_: String)` and `f(_: Character)` a text by itself means the first; one function for both waits.
            if exact.contains(where: { $0.signature.genericParameters.isEmpty }), exact.count > 1 {
                for parameter in function.parameters { solver.settleTexts(in: parameter.type) }
                exact = those(of: exact, fitting: wanted)
            }
            let splatting =
                exact.isEmpty
                ? candidates.filter { candidate in
                    let mark = solver.mark
                    defer { solver.rollBack(to: mark) }
                    return splats(.function(functionType(candidate)), wanted)
                } : []
            if name == "init", let first = exact.first, isOneOfMany(first.signature, of: function) {
                return failed(
                    .ambiguous(name), at: span, hints: ["write a closure: { \(first.signature.owner ?? "")($0) }"])
            }
            fitting = !exact.isEmpty ? exact : !splatting.isEmpty ? splatting : fitting
        }
        guard fitting.count == 1 || wanted?.functionType != nil, let chosen = fitting.first else {
            return failed(.ambiguous(name), at: span, hints: candidates.map { $0.signature.text })
        }
        return functionValue(chosen, span)
    }

    /// Whether Swift has several initialisers for what is given, which labels tell apart where they are called:
    /// `shares.map(String.init)` of Doubles, `numbers.map(Int.init)` of Ints.
    private func isOneOfMany(_ signature: Signature, of function: FunctionType) -> Bool {
        guard signature.isOfTheLibrary, function.parameters.count == 1,
            let owner = library.types[signature.owner ?? ""], owner.kind == .builtIn
        else { return false }
        let given = function.parameters[0].type.byItself
        if owner === BuiltIn.string {
            return [BuiltIn.string, BuiltIn.double, BuiltIn.float].contains(given.nominal)
                || given == .array(.character)
        }
        if owner === BuiltIn.substring { return given == .string }
        return given == .nominal(owner, [])
    }

    private func those(of candidates: [Candidate], fitting wanted: CellType) -> [Candidate] {
        candidates.filter { candidate in
            let mark = solver.mark
            defer { solver.rollBack(to: mark) }
            return conversion(from: .function(functionType(candidate)), to: wanted) != nil
        }
    }

    private func functionValue(_ candidate: Candidate, _ span: SourceSpan) -> CheckedExpression {
        let type = CellType.function(functionType(candidate))
        if candidate.receiver == nil, case .user(let function) = candidate.signature.implementation {
            use(function)
            return make(.function(function), type, span)
        }
        return make(.functionReference(candidate.signature, receiver: candidate.receiver), type, span)
    }

    /// A local function's captures are those of whoever calls it, too.
    func use(_ function: UserFunction) {
        guard function.scope.parent != nil else { return }
        localUses.append((scope, function))
        for variable in function.scope.captures { scope.use(variable) }
    }

    /// The type of a function as a value: its labels are gone.
    func functionType(_ candidate: Candidate) -> FunctionType {
        let types = instantiate(candidate)
        let parameters = candidate.signature.parameters.map { parameter in
            let type = parameter.type.substituting(types)
            return FunctionType.Parameter(
                type: parameter.isVariadic ? .array(type) : type, isInOut: parameter.isInOut)
        }
        return FunctionType(
            parameters: parameters, isThrowing: candidate.signature.throwing == .always,
            result: candidate.signature.result.substituting(types))
    }

    /// Fresh type variables for a signature's generic parameters, with what they must be.
    func instantiate(_ candidate: Candidate) -> [String: CellType] {
        let signature = candidate.signature
        guard !signature.genericParameters.isEmpty || !signature.constraints.isEmpty || !signature.sameTypes.isEmpty
        else { return candidate.substitution }
        var types = candidate.substitution
        for name in signature.genericParameters { types[name] = solver.fresh(name) }
        for constraint in signature.constraints {
            guard case .variable(let variable) = constraint.type.substituting(types).resolved else { continue }
            variable.constraints.append(constraint.protocolName)
            if constraint.protocolName == "Sequence" || constraint.protocolName == "Collection",
                case .parameter(let name) = constraint.type
            {
                let element = variable.element ?? solver.fresh("\(name).Element")
                variable.element = element
                types["\(name).Element"] = element
            }
        }
        return types
    }

    /// Whether the receiver's own types are what the signature asks of them (`where Element: Comparable`).
    func requirementProblem(_ candidate: Candidate, _ types: [String: CellType]) -> Mistake? {
        for (left, right) in candidate.signature.sameTypes {
            let (a, b) = (left.substituting(types), right.substituting(types))
            if !solver.unify(a, b) {
                return .notTheSame(a.settled, b.settled, requiredBy: candidate.signature.name)
            }
        }
        for (type, name) in candidate.signature.constraints {
            let actual = type.substituting(types)
            if !conformances.has(actual, name) {
                return .requirementUnmet(actual.settled, name, requiredBy: candidate.signature.name)
            }
        }
        return nil
    }

    /// Reads a computed property.
    func property(_ candidate: Candidate, _ span: SourceSpan) -> CheckedExpression {
        let signature = candidate.signature
        let types = instantiate(candidate)
        if let problem = requirementProblem(candidate, types) { return failed(problem, at: span) }
        if signature.throwing == .always { noteThrow(at: span, .property) }
        let type = signature.result.substituting(types)
        if case .userAccessors(let getter, let setter) = signature.implementation {
            use(getter)
            if let setter { use(setter) }
        }
        if case .enumCase = signature.implementation {
            return make(.call(signature, receiver: nil, []), type, span)
        }
        return make(.property(signature, receiver: candidate.receiver), type, span)
    }
}
