internal import CellMeaning
internal import CellSyntax
internal import CellValues

// What is told when an operator is applied to what it does not take.
extension Checker {
    func mismatch(_ name: String, _ a: CheckedExpression, _ b: CheckedExpression, _ isUnknown: Bool, _ span: SourceSpan)
        -> CheckedExpression
    {
        solver.settleLiterals(in: a.type)
        solver.settleLiterals(in: b.type)
        let (left, right) = (a.type.settled, b.type.settled)
        let numbers = [BuiltIn.int, BuiltIn.double, BuiltIn.float]
        var hints: [String] = []
        if let x = left.nominal, let y = right.nominal, x !== y, numbers.contains(x), numbers.contains(y) {
            let target = x === BuiltIn.int ? y : x
            hints = ["convert the '\(x === target ? y.name : x.name)': \(target.name)(…)"]
        }
        for type in [left, right] {
            guard let owner = type.nominal?.name, !declared("." + name, on: owner).isEmpty else { continue }
            hints = ["element by element, as a mask: '.\(name)'"]
        }
        if let found = redeclared(from: left, to: right) { return failed(found.mistake, at: span, hints: found.hints) }
        if hints.isEmpty, let other = otherOperator(name, a, b) { hints = [other] }
        if left.wrapped != nil || right.wrapped != nil { hints = ["unwrap the optional: with '!', '??' or 'if let'"] }
        for (operand, other) in [(a, right), (b, left)] where operand.type.wrapped?.settled == other {
            return failed(.mustUnwrap(operand.type.settled, to: other), at: operand.span, hints: hints)
        }
        if left == right {
            return failed(
                .wrongOperandsAlike(of: name, left), at: span, hints: hints)
        }
        return failed(
            .wrongOperands(of: name, left, right), at: span,
            hints: hints)
    }
}
