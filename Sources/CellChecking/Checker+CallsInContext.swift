internal import CellMeaning
internal import CellSyntax
internal import CellValues

// Calls among the arguments of a call.
extension Checker {
    /// The candidate that goes with other overloads of the calls among its arguments than these have by themselves:
    /// `let x: Double = f(f(2))`.
    func withCallsInContext(
        _ matching: [(Candidate, ArgumentMatch)], _ arguments: [Argument], _ checked: [CheckedExpression?],
        _ expecting: CellType?, _ span: SourceSpan
    ) -> CheckedExpression? {
        // Each level within another doubles what is tried.
        guard contextDepth < 3, zip(arguments, checked).contains(where: { $0.value.mayMeanOthers && $1 != nil }),
            !checked.contains(where: { $0?.type.isUnknown ?? false })
        else { return nil }
        contextDepth += 1
        // They are told what is wanted of the result.
        tellsArguments += 1
        defer {
            contextDepth -= 1
            tellsArguments -= 1
        }
        let open = zip(arguments, checked).map { $0.value.mayMeanOthers ? nil : $1 }
        var best: (index: Int, fit: CallFit)?
        for (index, item) in matching.enumerated() {
            let tried = trial { apply(item.0, item.1, arguments, open, expecting, span) }
            var (expression, fit) = tried.result
            if let expecting, expecting.isConcrete {
                fit.isUnwanted = conversion(from: expression.type, to: expecting) == nil
            }
            drop(tried)
            if tried.isFlawless, !fit.isUnwanted, best.map({ fit < $0.fit }) ?? true { best = (index, fit) }
        }
        return best.map {
            apply(matching[$0.index].0, matching[$0.index].1, arguments, open, expecting, span).expression
        }
    }
}

extension Expression {
    /// Whether it is a call, or computed of some, whose overload another type may change.
    var mayMeanOthers: Bool { isCall || isComputedOfCalls }
}
