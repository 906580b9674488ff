internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// Follows all bodies of a cell that has no other mistakes.
    func followWays(_ statements: [CheckedStatement]) {
        let walk = FlowWalk(self)
        walk.walk(statements)
        declarations.assigned = walk.state.maybe.compactMap { walk.tracked[$0] }
        // A variable's first problem is enough, also when the next is in a function within.
        var reported = walk.reported
        for function in findings.functions { follow(function, &reported) }
    }

    private func follow(_ function: UserFunction, _ reported: inout Set<FlowKey>) {
        let walk = FlowWalk(self)
        walk.reported = reported
        defer { reported.formUnion(walk.reported.filter { if case .variable = $0 { true } else { false } }) }
        if let own = function.initialisedSelf, let type = own.type.nominal {
            walk.initialised = own
            for index in type.fields.indices where type.fields[index].hasDefault { walk.state.assign(.field(index)) }
        }
        walk.walk(function.body)
        if function.initialisedSelf != nil { walk.leaveInitialiser(nil, function.end) }
    }
}
