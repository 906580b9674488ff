internal import CellMeaning
internal import CellValues

// What is wanted of a call, told to its closures.
extension Checker {
    /// What the other arguments leave open of a result is what is wanted of it: the closures are then checked for that.
    func wish(for result: CellType, _ expecting: CellType?) {
        guard let expecting, expecting.isConcrete, !expecting.isExistential, !result.freeVariables.isEmpty,
            !solver.unify(result, expecting)
        else { return }
        let wanted = expecting.wrapped ?? expecting
        if !solver.unify(result, wanted), wanted.isNominal(BuiltIn.array) { wish(forView: result, wanted) }
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
    fileprivate var isExistential: Bool { if case .existential = resolved { true } else { false } }
}
