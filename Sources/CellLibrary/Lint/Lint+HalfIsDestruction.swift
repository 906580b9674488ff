internal import CellHost
internal import CellSyntax
internal import CellValues
internal import SwiftLens

extension LintRule {
    /// A scale from corrupted to clean whose ends are opposites: in its middle the answer is gone.
    static let halfIsDestruction = LintRule("half-is-destruction") { cell in
        var findings: [LintFinding] = []
        let walk = TreeWalk(expression: { expression in
            guard let quotient = expression.asInfix("/"), let over = quotient.left.asInfix("-"),
                let range = quotient.right.asInfix("-"), let corrupted = range.right.asName,
                over.right.asName == corrupted,
                let clean = range.left.asName, let low = number(cell.value(corrupted)),
                let high = number(cell.value(clean)),
                high != 0, abs(high + low) <= 1e-3 * abs(high)
            else { return }
            findings.append(
                LintFinding(
                    expression.span,
                    "\(clean) is \(NumberText.fixed(high, decimals: 2)) and \(corrupted) its opposite, so that 0.5 on this scale is a "
                        + "difference of 0: the answer is gone, not half restored; look at the difference itself too"))
        })
        walk.walk(cell.statements)
        return findings
    }

    /// The number that a value is.
    static func number(_ value: CellValue?) -> Double? {
        switch value {
        case .double(let number): return number
        case .float(let number): return Double(number)
        case .int(let number): return Double(number)
        case .some(let other):
            guard let tensor = try? Tensor.fromCell(other), tensor.count == 1 else { return nil }
            return tensor.item()
        case nil: return nil
        }
    }
}
