internal import CellMeaning
internal import CellSyntax
internal import CellValues

// `(2 * 2).rounded()`: for Swift the operator is ambiguous unless something tells that it is one of Doubles: what is wanted, another
// operand, a literal such as `0.5`. So what the member gives is a type that is yet to be told, and refused where it never is.
extension Checker {
    /// Leaves open whether anything tells what a member of such arithmetic gives.
    /// - Parameter operation: What Swift says is ambiguous.
    func leaveUntold(_ member: CheckedExpression, _ operation: String) {
        // Another number in its arguments tells: `(1 + 2).truncatingRemainder(dividingBy: x)`.
        if case .call(_, _?, let arguments) = member.kind, arguments.contains(where: \.tellsDouble) { return }
        guard member.type.isNominal(BuiltIn.double), case .variable(let variable) = solver.fresh(literal: .untold)
        else {
            if !member.type.isUnknown { error(.ambiguous(operation), at: member.span) }
            return
        }
        member.type = .variable(variable)
        findings.untold.append((variable, operation, member.span))
    }

    /// What is ambiguous about a receiver that nothing has told yet; it is then left to its own member to be told.
    func untold(_ variable: TypeVariable) -> String? {
        guard variable.literal == .untold else { return nil }
        let found = findings.untold.last { CellType.variable($0.variable).resolved == .variable(variable) }
        _ = solver.unify(.variable(variable), .double)
        return found?.operation
    }

    /// Of two of which one is taken, the other tells: `print(x > 1 ? (2 * 2).rounded() : x)`.
    func tellEachOther(_ values: [CheckedExpression]) {
        for value in values where value.type.isUntold {
            for other in values where other.type.isNominal(BuiltIn.double) || holdsFractions(other.type) {
                _ = solver.unify(value.type, other.type)
            }
        }
    }

    /// What a number of another type is made of tells nothing: `Int((2 * 2).rounded())`.
    func settleUntold(_ value: CheckedExpression, madeInto type: NominalType?) {
        guard let type, [BuiltIn.int, BuiltIn.double, BuiltIn.float, BuiltIn.string].contains(type),
            value.type.isUntold
        else { return }
        solver.settleLiterals(in: value.type)
    }

    /// Refuses those that nothing has told by the end of their statement.
    func refuseUntold() {
        guard !findings.untold.isEmpty else { return }
        let all = findings.untold
        findings.untold = all.filter { $0.variable.last.binding == nil }
        for found in all where found.variable.last.binding != nil && found.variable.last.literal == .untold {
            error(.ambiguous(found.operation), at: found.span)
        }
    }
}

extension CheckedExpression {
    /// Whether it is a Double that is no whole number's literal.
    fileprivate var tellsDouble: Bool { type.isNominal(BuiltIn.double) && literalByItself != .int }
}

extension CellType {
    fileprivate var isUntold: Bool {
        if case .variable(let variable) = resolved { variable.literal == .untold } else { false }
    }
}

extension TypeVariable {
    /// The one that stands for it.
    fileprivate var last: TypeVariable {
        var variable = self
        while case .variable(let next)? = variable.binding { variable = next }
        return variable
    }
}
