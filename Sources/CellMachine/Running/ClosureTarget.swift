internal import CellMeaning
internal import CellValues

/// What a closure of the user runs, or a function of the user as a value.
final class ClosureTarget: CallTarget {
    private enum Code {
        case code(FunctionCode)
        /// Looked up at each call, so that a later cell can replace it.
        case function(UserFunction)
    }

    let name: String
    private let runs: Code
    private let machine: Machine

    init(_ code: FunctionCode, _ machine: Machine) {
        name = code.name
        runs = .code(code)
        self.machine = machine
    }

    init(_ function: UserFunction, _ machine: Machine) {
        name = function.name
        runs = .function(function)
        self.machine = machine
    }

    var code: FunctionCode {
        get throws {
            switch runs {
            case .code(let code): code
            case .function(let function): try function.ready
            }
        }
    }

    /// For the library, which calls it with values in an array.
    func call(_ arguments: inout [CellValue], _ captured: [CellValue]) throws -> CellValue {
        let code = try code
        let frame = try machine.enter(code.slots)
        defer { machine.leave(frame, code.slots) }
        do {
            try machine.checkLimits()
            code.place(captured, in: frame)
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
