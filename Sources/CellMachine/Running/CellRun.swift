package import CellMeaning
internal import CellSyntax
internal import CellValues

/// One run of a checked cell, statement by statement.
package struct CellRun {
    private enum Action {
        case step(StepCode)
        case value(Code, CellType)
        case deferred(StepCode)
    }

    private let machine: Machine
    private let slots: Int
    private let actions: [(action: Action, site: Site, declared: [Variable])]
    private let define: (Variable) -> Void

    /// - Parameter define: told of each variable of the session when it has been declared.
    package init(_ cell: CheckedCell, _ compiler: CellCompiler, define: @escaping (Variable) -> Void) {
        machine = compiler.machine
        self.define = define
        let code = compiler.topLevel(cell)
        slots = code.slotCount
        let session = Set(cell.declarations.variables.map { ObjectIdentifier($0) })
        let last = cell.showsLastValue ? cell.statements.count - 1 : -1
        actions = cell.statements.enumerated().map { index, statement in
            let action: Action
            switch statement.kind {
            case .expression(let expression) where index == last:
                action = .value(code.code(expression), expression.type)
            case .deferred(let body): action = .deferred(code.block(body))
            default: action = .step(code.step(statement))
            }
            let declared = statement.boundVariables.filter { session.contains(ObjectIdentifier($0)) }
            return (action, code.site(statement.span), declared)
        }
    }

    /// Runs everything; gives the value of the last expression.
    package func run() throws -> ShownValue? {
        let frame = try machine.enter(slots)
        defer { machine.leave(frame, slots) }
        var deferred: [StepCode] = []
        do {
            let value = try run(in: frame, &deferred)
            for step in deferred.reversed() { _ = try step(frame) }
            return value
        } catch {
            for step in deferred.reversed() { _ = try? step(frame) }
            throw error
        }
    }

    private func run(in frame: Frame, _ deferred: inout [StepCode]) throws -> ShownValue? {
        var shown: ShownValue?
        for (action, site, declared) in actions {
            do {
                switch action {
                case .step(let step): _ = try step(frame)
                case .value(let code, let type): shown = ShownValue(value: try code(frame), type: type)
                case .deferred(let step): deferred.append(step)
                }
            } catch { throw site.locating(error) }
            declared.forEach(define)
        }
        return shown
    }
}

extension CheckedStatement {
    /// The variables that it gives values to, when it stands at the top level.
    fileprivate var boundVariables: [Variable] {
        switch kind {
        case .binding(let pattern, _): pattern.variables
        case .guardElse(let conditions, _): conditions.flatMap(\.variables)
        default: []
        }
    }
}

extension CheckedCondition {
    fileprivate var variables: [Variable] {
        switch self {
        case .expression: []
        case .binding(let pattern, _), .match(let pattern, _): pattern.variables
        }
    }
}
