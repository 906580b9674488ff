internal import CellMeaning
internal import CellSyntax
internal import CellValues

// Which declarations of an operator are meant.
extension Checker {
    /// The declarations of an operator on the operands' types, and those that are free.
    func operators(_ name: String, _ types: [CellType]) -> [Candidate] {
        var owners: [NominalType] = []
        func add(_ type: NominalType) { if !owners.contains(type) { owners.append(type) } }
        for type in types {
            let inner = type.wrapped ?? type
            if let nominal = type.nominal { add(nominal) }
            if let nominal = inner.nominal { add(nominal) }
            if case .variable(let variable) = inner.resolved {
                if variable.literal == .integer { [BuiltIn.int, BuiltIn.double, BuiltIn.float].forEach(add) }
                if variable.literal == .float { [BuiltIn.double, BuiltIn.float].forEach(add) }
                if variable.literal == .untold { add(BuiltIn.double) }
                if variable.literal?.isText == true { [BuiltIn.string, BuiltIn.character].forEach(add) }
            }
        }
        var result: [Candidate] = []
        for owner in owners {
            var signatures = owner.members[name] ?? []
            signatures += declaredOrExtended(name, on: owner)
            // Generic owners (`[T] + [T]`) get their parameters anew at each use.
            for signature in signatures {
                let fresh = owner.genericParameters.map { ($0, solver.fresh($0)) }
                result.append(Candidate(signature: signature, substitution: Dictionary(fresh) { first, _ in first }))
            }
        }
        let free = block.chain.flatMap { $0.functions[name] ?? [] } + (names.functions[name] ?? []) + declared(name)
        result += free.map { Candidate(signature: $0) }
        for shared in ["Sequence", "Collection", "Comparable", "Equatable"] {
            result += declared(name, on: shared).map {
                Candidate(signature: $0, substitution: ["Self": types.first ?? .unknown])
            }
        }
        return result
    }

    /// The candidate that fits best, applied; nil when none does.
    func choose(_ candidates: [Candidate], _ operands: [CheckedExpression], _ expecting: CellType?, _ span: SourceSpan)
        -> CheckedExpression?
    {
        let arguments = operands.map { Argument(label: nil, labelSpan: nil, value: Expression(.invalid, $0.span)) }
        let match = ArgumentMatch(places: operands.indices.map { [$0] })
        var best: (index: Int, fit: CallFit)?
        for (index, candidate) in candidates.enumerated() {
            let tried = trial { apply(candidate, match, arguments, operands, nil, span) }
            var (expression, fit) = tried.result
            if let expecting, expecting.resolved.isConcrete {
                fit.isUnwanted = conversion(from: expression.type, to: expecting) == nil
            }
            drop(tried)
            if tried.isFlawless, best.map({ fit < $0.fit }) ?? true { best = (index, fit) }
            if tried.isFlawless, fit.isExact { break }
        }
        guard let best else { return nil }
        return apply(candidates[best.index], match, arguments, operands, nil, span).expression
    }
}
