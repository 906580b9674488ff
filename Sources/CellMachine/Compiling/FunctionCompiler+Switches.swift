internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// Whether a value fits a case; its names are then bound.
    typealias MatchCode = (Frame, CellValue) throws -> Bool

    func switched(_ statement: CheckedSwitch) -> StepCode {
        let subject = code(statement.subject)
        let tests = statement.cases.map { test($0.items) }
        let bodies = statement.cases.map { branch in
            lettingGo(of: branch.items.flatMap { $0.pattern.variables }, after: scoped(branch.body))
        }
        let leaving = Step.breaking(index(of: statement.target))
        return { frame in
            let value = try subject(frame)
            for (index, test) in tests.enumerated() where try test(frame, value) {
                var step = try bodies[index](frame)
                var next = index + 1
                while step == .fallsThrough, next < bodies.count {
                    step = try bodies[next](frame)
                    next += 1
                }
                return step == leaving || step == .fallsThrough ? .next : step
            }
            return .next
        }
    }

    func value(of statement: CheckedSwitch) -> Code {
        let subject = code(statement.subject)
        let tests = statement.cases.map { test($0.items) }
        let values = statement.cases.map { value(of: $0.body) }
        let site = site(statement.subject.span)
        return { frame in
            let value = try subject(frame)
            for (index, test) in tests.enumerated() where try test(frame, value) { return try values[index](frame) }
            throw site.failure("no case of the switch matches")
        }
    }

    /// Any of the patterns of a case; none means that everything fits.
    func test(_ items: [(pattern: CheckedPattern, filter: CheckedExpression?)]) -> MatchCode {
        if items.isEmpty { return { _, _ in true } }
        let tests = items.map { item -> MatchCode in
            let match = matching(item.pattern)
            guard let filter = item.filter.map({ condition($0) }) else { return match }
            return { frame, value in try match(frame, value) && filter(frame) }
        }
        if tests.count == 1 { return tests[0] }
        return { frame, value in
            for test in tests where try test(frame, value) { return true }
            return false
        }
    }
}
