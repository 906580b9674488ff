internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// Arguments on their way into the slots of what is called, without a list between; nil when one is `inout`.
    func passing(_ list: [CheckedExpression]) -> PassCode? {
        let hasPlaces = list.contains { if case .inOut = $0.kind { true } else { false } }
        return hasPlaces ? nil : passing(list[...])
    }

    /// By halves, so that closures hold closures and nothing is looped over.
    private func passing(_ list: ArraySlice<CheckedExpression>) -> PassCode {
        switch list.count {
        case 0: return { _, _ in }
        case 1: return passing(list[list.startIndex], into: list.startIndex)
        default:
            let middle = list.startIndex + list.count / 2
            let (first, second) = (passing(list[..<middle]), passing(list[middle...]))
            return { caller, new in
                try first(caller, new)
                try second(caller, new)
            }
        }
    }

    private func passing(_ expression: CheckedExpression, into slot: Int) -> PassCode {
        if let native = nativeInt(expression) {
            return { caller, new in (new + slot).initialize(to: .int(try native.code(caller))) }
        }
        let code = code(expression)
        return { caller, new in (new + slot).initialize(to: try code(caller)) }
    }
}
