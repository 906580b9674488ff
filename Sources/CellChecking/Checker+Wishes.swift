internal import CellMeaning
internal import CellValues

// What is wanted of a call, told to its closures.
extension Checker {
    /// What the other arguments leave open of a result is what is wanted of it: the closures are then checked for that.
    func wish(for result: CellType, _ expecting: CellType?) {
        guard let expecting, !result.freeVariables.isEmpty else { return }
        if tellsArguments > 0, let element = wantedElement(expecting) {
            if let own = conformances.element(of: result) { _ = solver.unify(own, element) }
            return
        }
        guard expecting.isConcrete, !expecting.isExistential, !solver.unify(result, expecting) else { return }
        let wanted = expecting.wrapped ?? expecting
        if !solver.unify(result, wanted), wanted.isNominal(BuiltIn.array) { wish(forView: result, wanted) }
    }

    /// What a sequence is wanted of, of whatever kind it is: `let xs: Set<Double> = Set(list.map { … })`.
    private func wantedElement(_ type: CellType) -> CellType? {
        let element: CellType?
        switch type.resolved {
        case .variable(let variable): element = variable.element
        case .nominal(let nominal, let arguments)
        where nominal === BuiltIn.someSequence || nominal === BuiltIn.anySequence:
            element = arguments.first
        default: element = nil
        }
        return element?.nominal == nil ? nil : element
    }

    /// `let xs: [Double] = (0..<3).lazy.map { … }`: the view's elements are the list's.
    private func wish(forView result: CellType, _ list: CellType) {
        guard let view = result.nominal, BuiltIn.views.contains(view),
            let own = conformances.element(of: result), let wanted = conformances.element(of: list)
        else { return }
        _ = solver.unify(own, wanted)
    }
}

extension CellType {
    /// Whether it is `any P`, which everything may become by itself.
    var isExistential: Bool { if case .existential = resolved { true } else { false } }
}
