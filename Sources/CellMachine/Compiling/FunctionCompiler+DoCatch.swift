internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    func doCatch(_ target: CheckedLoop, _ body: [CheckedStatement], _ clauses: [CheckedCatch]) -> StepCode {
        let body = scoped(body)
        let leaving = Step.breaking(index(of: target))
        let clauses = clauses.map { clause in
            let names = clause.items.flatMap { $0.pattern.variables } + [clause.error].compactMap { $0 }
            return (test: test(clause), body: lettingGo(of: names, after: scoped(clause.body)))
        }
        return { frame in
            var step = Step.next
            do { step = try body(frame) } catch let failure as CellFailure where failure.isCatchable {
                let error = failure.cellValue
                guard let clause = try clauses.first(where: { try $0.test(frame, error) }) else { throw failure }
                step = try clause.body(frame)
            }
            return step == leaving ? .next : step
        }
    }

    private func test(_ clause: CheckedCatch) -> MatchCode {
        let test = test(clause.items)
        guard let variable = clause.error else { return test }
        let declare = declaring(variable)
        return { frame, value in
            declare(frame, value)
            return try test(frame, value)
        }
    }
}

extension CellFailure {
    /// The error as cells see it: a value of type `any Error`.
    var cellValue: CellValue {
        if let thrown = cause as? ThrownValue { return thrown.value }
        func box<E: Error>(_ error: E) -> HostBox { HostCell(error) }
        return .existential(ExistentialBox(.host(_openExistential(cause, do: box)), type: .error))
    }
}
