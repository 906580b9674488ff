internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// A function's body as one piece of code that gives what it returns.
    func body(_ statements: [CheckedStatement]) -> Code {
        if case .returning(let value?)? = statements.last?.kind, !statements.containsDefer {
            let value = code(value)
            if statements.count == 1 { return value }
            let before = block(Array(statements.dropLast()))
            let machine = machine
            return { frame in try before(frame) == .next ? try value(frame) : machine.takeResult() }
        }
        let steps = block(statements)
        let machine = machine
        return { frame in try steps(frame) == .returned ? machine.takeResult() : .void }
    }

    /// The body of an initialiser: fields get their default values, and self is what it returns.
    func initializerBody(_ function: UserFunction, _ own: Variable) -> Code {
        let steps = block(function.body)
        let start = initialSelf(own)
        let declare = declaring(own)
        let value = reading(own, site(own.span))
        let machine = machine
        let isFailable = function.isFailable
        let name = own.type.nominal?.name ?? "self"
        let site = site(function.span)
        return { frame in
            declare(frame, try start())
            if try steps(frame) == .returned, case .optional(nil) = machine.takeResult(), isFailable { return .none }
            let made = try value(frame)
            if case .structure(let box) = made, let missing = box.fields.firstIndex(where: \.isAbsent) {
                throw site.failure(
                    "return from init() of '\(name)' without '\(box.type.fields[missing].name)' being set")
            }
            return isFailable ? .some(made) : made
        }
    }

    private func initialSelf(_ own: Variable) -> () throws -> CellValue {
        guard let type = own.type.nominal, type.kind == .structure else { return { .absent } }
        let defaults = type.fields.map { cell.defaultCode(of: $0) }
        let machine = machine
        return { .structure(StructureBox(type, try defaults.map { try machine.run($0) ?? .absent })) }
    }

    /// What happens when a frame is entered and left: parameters that are captured move to the heap and back.
    func entering(_ parameters: [Variable], inOut: [Bool], _ body: @escaping Code) -> Code {
        var boxed: [Int] = []
        var returned: [Int] = []
        for (index, variable) in parameters.enumerated() where variable.isCaptured {
            boxed.append(variable.slot)
            if index < inOut.count, inOut[index] { returned.append(variable.slot) }
        }
        if boxed.isEmpty { return body }
        return { frame in
            for slot in boxed { frame[slot] = .captured(VariableBox((frame + slot).take())) }
            defer {
                for slot in returned {
                    if case .captured(let box) = frame[slot] { frame[slot] = box.pointer.take() }
                }
            }
            return try body(frame)
        }
    }
}

extension Machine {
    /// Runs code without parameters in a frame of its own.
    func run(_ code: FunctionCode?) throws -> CellValue? {
        guard let code else { return nil }
        let frame = try enter(code.slots)
        defer { leave(frame, code.slots) }
        return try code.body(frame)
    }
}

extension [CheckedStatement] {
    var containsDefer: Bool { contains { if case .deferred = $0.kind { true } else { false } } }
}
