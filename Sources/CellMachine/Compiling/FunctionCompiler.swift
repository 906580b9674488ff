internal import CellMeaning
internal import CellSyntax
internal import CellValues
internal import SessionSafety

/// Compiles what runs in one frame: a function, a closure, or the statements of a cell.
final class FunctionCompiler {
    let cell: CellCompiler
    let scope: FunctionScope
    let source: SourceText
    var machine: Machine { cell.machine }
    /// Slots of what it captures, in the order of the scope's captures.
    let captureSlots: [Int]
    let slotCount: Int
    /// What is being compiled, when it is a function with a name.
    var function: UserFunction?
    private var captures: [ObjectIdentifier: Int] = [:]
    private var targets: [ObjectIdentifier: Int] = [:]

    init(_ cell: CellCompiler, scope: FunctionScope, parameters: [Variable], source: SourceText) {
        self.cell = cell
        self.scope = scope
        self.source = source
        var next = 0
        for variable in parameters {
            variable.slot = next
            next += 1
        }
        let isParameter = Set(parameters.map { ObjectIdentifier($0) })
        for variable in scope.variables where !isParameter.contains(ObjectIdentifier(variable)) {
            variable.slot = next
            next += 1
        }
        captureSlots = Array(next..<next + scope.captures.count)
        for (variable, slot) in zip(scope.captures, captureSlots) { captures[ObjectIdentifier(variable)] = slot }
        slotCount = next + scope.captures.count
    }

    /// Where a variable lives.
    enum Location {
        case local(Int)
        /// In a box on the heap, which the slot refers to.
        case boxed(Int)
        case global(VariableBox)
        case unknown
    }

    func location(_ variable: Variable) -> Location {
        if let box = variable.global { return .global(box) }
        if variable.scope === scope { return variable.isCaptured ? .boxed(variable.slot) : .local(variable.slot) }
        return captures[ObjectIdentifier(variable)].map { .boxed($0) } ?? .unknown
    }

    /// The slot of a variable of this frame that nothing captures.
    func localSlot(_ expression: CheckedExpression) -> Int? {
        guard case .variable(let variable) = expression.kind, case .local(let slot) = location(variable) else {
            return nil
        }
        return slot
    }

    /// Whether a stop was asked for: the rest of the cell need not be compiled, for it is not run.
    var isStopped: Bool { machine.stop.isRequested }

    func site(_ span: SourceSpan) -> Site { Site(source, span) }

    /// The number of a statement that `break` and `continue` name.
    func index(of target: CheckedLoop) -> Int {
        if let index = targets[ObjectIdentifier(target)] { return index }
        let index = targets.count
        targets[ObjectIdentifier(target)] = index
        return index
    }

    /// What a nested function or closure captures, from this frame.
    func capture(_ variables: [Variable], _ site: Site) -> (Frame) throws -> [CellValue] {
        let slots = variables.map { variable -> Int in
            switch location(variable) {
            case .boxed(let slot), .local(let slot): slot
            case .global, .unknown: -1
            }
        }
        if slots.isEmpty { return { _ in [] } }
        return { frame in
            try slots.map { slot in
                guard slot >= 0, case .captured = frame[slot] else {
                    throw site.failure("a variable is used here before its declaration has run")
                }
                return frame[slot]
            }
        }
    }
}
