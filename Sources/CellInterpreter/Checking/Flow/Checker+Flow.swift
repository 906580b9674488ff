internal import CellSyntax

extension Checker {
    /// Follows all bodies of a cell that has no other mistakes.
    func followWays(_ statements: [CheckedStatement]) {
        let walk = FlowWalk(self)
        walk.walk(statements)
        declarations.assigned = walk.state.maybe.compactMap { walk.tracked[$0] }
        for function in functions { follow(function) }
    }

    private func follow(_ function: UserFunction) {
        let walk = FlowWalk(self)
        if let own = function.initialisedSelf, let type = own.type.nominal {
            walk.initialised = own
            for index in type.fields.indices where type.fields[index].hasDefault { walk.state.assign(.field(index)) }
        }
        walk.walk(function.body)
        if function.initialisedSelf != nil { walk.leaveInitialiser(nil, function.end) }
    }
}
