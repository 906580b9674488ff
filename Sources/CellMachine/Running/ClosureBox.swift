internal import CellMeaning
internal import CellValues

/// A closure of the user, or a function of the user as a value.
final class ClosureBox: CallableBox {
    private enum Target {
        case code(FunctionCode)
        /// Looked up at each call, so that a later cell can replace it.
        case function(UserFunction)
    }

    private let target: Target
    let captured: [CellValue]
    let machine: Machine

    init(_ code: FunctionCode, captured: [CellValue], machine: Machine) {
        target = .code(code)
        self.captured = captured
        self.machine = machine
        super.init(name: code.name)
    }

    init(_ function: UserFunction, captured: [CellValue], machine: Machine) {
        target = .function(function)
        self.captured = captured
        self.machine = machine
        super.init(name: function.name)
    }

    deinit { if LowStack.isLow { LowStack.keep(captured) } }

    var code: FunctionCode {
        get throws {
            switch target {
            case .code(let code): code
            case .function(let function): try function.ready
            }
        }
    }

    /// For the library, which calls it with values in an array.
    override func call(_ arguments: inout [CellValue]) throws -> CellValue {
        let code = try code
        let frame = try machine.enter(code.slots)
        defer { machine.leave(frame, code.slots) }
        do {
            try machine.checkLimits()
            try pass(&arguments, to: frame, code)
            defer { if code.hasInOut { giveBack(&arguments, from: frame, code) } }
            return try code.body(frame)
        } catch {
            if let failure = error as? CellFailure {
                failure.pass(name, calledAt: nil)
                throw failure
            }
            throw error
        }
    }

    private func pass(_ arguments: inout [CellValue], to frame: Frame, _ code: FunctionCode) throws {
        code.place(captured, in: frame)
        if code.splatsTuple, arguments.count == 1, case .tuple(let tuple) = arguments[0] {
            for (index, element) in tuple.elements.prefix(code.parameterCount).enumerated() { frame[index] = element }
            return
        }
        guard arguments.count >= code.parameterCount else {
            throw CellRuntimeError("\(name) takes \(code.parameterCount) arguments, got \(arguments.count)")
        }
        for index in 0..<code.parameterCount {
            if code.inOutParameters[index] {
                frame[index] = arguments[index].taken()
            } else {
                frame[index] = arguments[index]
            }
        }
    }

    private func giveBack(_ arguments: inout [CellValue], from frame: Frame, _ code: FunctionCode) {
        for index in 0..<code.parameterCount where code.inOutParameters[index] {
            arguments[index] = (frame + index).take()
        }
    }
}

extension UserFunction {
    /// What to run.
    @inline(__always)
    var ready: FunctionCode {
        get throws {
            guard let code else { throw CellRuntimeError("'\(name)' is not ready to run") }
            return code
        }
    }
}
