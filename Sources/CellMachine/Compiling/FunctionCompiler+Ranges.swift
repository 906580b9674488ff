internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    func range(
        _ kind: RangeBox.Kind, _ lower: CheckedExpression?, _ upper: CheckedExpression?, _ site: Site
    ) -> Code {
        let lower = lower.map { code($0) } ?? constant(.void)
        let upper = upper.map { code($0) } ?? constant(.void)
        return { frame in
            let low = try lower(frame)
            let high = try upper(frame)
            if kind == .halfOpen || kind == .closed { try site.checkBounds(low, high) }
            return .range(RangeBox(kind, lower: low, upper: high))
        }
    }
}

extension Site {
    /// Refuses a range whose lower bound is above its upper one.
    func checkBounds(_ low: CellValue, _ high: CellValue) throws {
        if case .int(let a) = low, case .int(let b) = high, a <= b { return }
        do {
            guard try high.isAtLeast(low) else {
                let printer = CellPrinter()
                throw CellRuntimeError.bounds(
                    try printer.debugDescription(low), try printer.debugDescription(high))
            }
        } catch { throw locating(error) }
    }
}
