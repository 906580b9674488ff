internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// Code for a statement.
    func step(_ statement: CheckedStatement) -> StepCode {
        if isStopped { return { _ in .next } }
        switch statement.kind {
        case .expression(let expression): return effectStep(expression)
        case .binding(let pattern, let value): return binding(pattern, value)
        case .ifElse(let statement):
            return lettingGo(of: statement.conditions.flatMap(\.declared), after: ifElse(statement))
        case .guardElse(let conditions, let otherwise): return guardElse(conditions, otherwise)
        case .whileLoop(let loop, let conditions, let body):
            return lettingGo(of: conditions.flatMap(\.declared), after: whileLoop(loop, conditions, body))
        case .repeatLoop(let loop, let body, let until): return repeatLoop(loop, body, until)
        case .forLoop(let loop): return lettingGo(of: loop.pattern.variables, after: forLoop(loop))
        case .switched(let statement): return switched(statement)
        case .doCatch(let target, let body, let clauses): return doCatch(target, body, clauses)
        case .deferred(let body): return deferred(body, before: { _ in .next })
        case .throwing(let value): return throwing(value, site(statement.span))
        case .returning(let value): return returning(value)
        case .breaking(let target):
            let step = Step.breaking(index(of: target))
            return { _ in step }
        case .continuing(let target):
            let step = Step.continuing(index(of: target))
            return { _ in step }
        case .fallingThrough: return { _ in .fallsThrough }
        // Local functions find what they capture in the frame of their caller.
        case .function, .nothing: return { _ in .next }
        }
    }

    private func effectStep(_ expression: CheckedExpression) -> StepCode {
        let effect = effect(expression)
        return { frame in
            try effect(frame)
            return .next
        }
    }

    private func binding(_ pattern: CheckedPattern, _ value: CheckedExpression?) -> StepCode {
        guard let value else {
            let declare = pattern.variables.map { declaring($0) }
            return { frame in
                for declare in declare { declare(frame, .absent) }
                return .next
            }
        }
        if case .bind(let variable) = pattern, case .local(let slot) = location(variable) {
            let value = code(value)
            return { frame in
                frame[slot] = try value(frame)
                return .next
            }
        }
        let code = self.code(value)
        let bind = matching(pattern)
        return { frame in
            _ = try bind(frame, try code(frame))
            return .next
        }
    }

    // MARK: Leaving

    private func returning(_ value: CheckedExpression?) -> StepCode {
        guard let value else {
            let result = machine.result
            return { _ in
                result.pointee = .void
                return .returned
            }
        }
        let code = code(value)
        let result = machine.result
        return { frame in
            result.pointee = try code(frame)
            return .returned
        }
    }

    private func throwing(_ value: CheckedExpression, _ site: Site) -> StepCode {
        let code = code(value)
        let library = machine.library
        return { [unowned library] frame in
            let value = try code(frame)
            throw CellFailure(value.thrownError(library), isCatchable: true, site: site)
        }
    }

    // MARK: Blocks

    /// Statements one after the other.
    func block(_ statements: [CheckedStatement]) -> StepCode {
        if let index = statements.firstIndex(where: { if case .deferred = $0.kind { true } else { false } }),
            case .deferred(let body) = statements[index].kind
        {
            let rest = deferred(body, before: block(Array(statements[(index + 1)...])))
            return sequence(statements[..<index].map { StepForm(step($0)) } + [StepForm(rest)])
        }
        return sequence(statements.filter { !$0.isNothing }.map { StepForm(step($0)) })
    }

    /// Closures of two and three steps hold them without a list to go through.
    private func sequence(_ steps: [StepForm]) -> StepCode {
        switch steps.count {
        case 0: return { _ in .next }
        case 1: return steps[0].code
        case 2:
            let (first, second) = (steps[0].code, steps[1].code)
            return { frame in
                let step = try first(frame)
                return step == .next ? try second(frame) : step
            }
        case 3:
            let (first, second, third) = (steps[0].code, steps[1].code, steps[2].code)
            return { frame in
                var step = try first(frame)
                if step != .next { return step }
                step = try second(frame)
                return step == .next ? try third(frame) : step
            }
        default:
            let middle = steps.count / 2
            let (first, rest) = (sequence(Array(steps[..<middle])), sequence(Array(steps[middle...])))
            return sequence([StepForm(first), StepForm(rest)])
        }
    }

    /// Runs `before`, then the deferred statements, however it ended.
    private func deferred(_ body: [CheckedStatement], before: @escaping StepCode) -> StepCode {
        let body = block(body)
        let machine = machine
        return { frame in
            let step: Step
            do { step = try before(frame) } catch {
                _ = try body(frame)
                throw error
            }
            // What is being returned waits while the deferred statements call functions of their own.
            let result = machine.takeResult()
            _ = try body(frame)
            machine.result.pointee = result
            return step
        }
    }
}

extension CheckedStatement {
    var isNothing: Bool {
        switch kind {
        case .nothing, .function: true
        default: false
        }
    }
}

extension CellValue {
    /// The Swift error that a thrown value stands for.
    func thrownError(_ library: HostLibrary) -> any Error {
        if case .existential(let box) = self, case .host(let host) = box.value,
            let error = host.payloadAny as? any Error
        {
            return error
        }
        let printer = CellPrinter(library: library)
        let text = try? printer.beginning(of: self, longest: CellFailure.longestMessage, isDebug: false)
        return ThrownValue(value: self, text: text.map { $0.isCut ? $0.text + "…" : $0.text } ?? "an error")
    }
}
