internal import CellMeaning
internal import CellSyntax
internal import CellValues

// A function, or a case with values, by its name alone where what it gives is wanted: `let s: Shape = .circle`.
extension Checker {
    /// The error that says how it is called; nil where something else is wrong.
    func uncalled(_ value: CheckedExpression, for target: CellType) -> CheckedExpression? {
        if case .array(let elements) = value.kind, let wanted = conformances.element(of: target) {
            return elements.lazy.compactMap { self.uncalled($0, for: wanted) }.first
        }
        guard let signature = function(value, for: target), gives(value, target) else { return nil }
        let mistake = Mistake.uncalled(
            signature.nameWithLabels, isMember: signature.owner != nil, gives: target.settled,
            example: signature.exampleCall)
        return failed(mistake, at: value.span)
    }

    private func gives(_ value: CheckedExpression, _ target: CellType) -> Bool {
        guard let result = value.type.functionType?.result else { return false }
        let mark = solver.mark
        defer { solver.rollBack(to: mark) }
        return conversion(from: result, to: target) != nil
    }

    private func function(_ value: CheckedExpression, for target: CellType) -> Signature? {
        switch value.kind {
        case .functionReference(let signature, _): return signature
        case .function(let function):
            var known = staticMembers(of: target.wrapped ?? target, function.name)
            if case .candidates(let free) = look(up: function.name, value.span) { known += free }
            return known.map(\.signature).first {
                if case .user(let own) = $0.implementation { own === function } else { false }
            }
        default: return nil
        }
    }
}

extension Signature {
    /// `mean(over:)`
    fileprivate var nameWithLabels: String {
        "\(name)(\(parameters.map { "\($0.label ?? "_"):" }.joined()))"
    }

    /// `.mean(over: …)`, with what may not be left out.
    fileprivate var exampleCall: String {
        let needed = parameters.filter { $0.defaultValue == nil && !$0.isVariadic }
        let arguments = needed.map { $0.label.map { "\($0): …" } ?? "…" }.joined(separator: ", ")
        return "\(isStatic ? "." : "")\(name)(\(arguments))"
    }
}
