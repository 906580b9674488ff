internal import CellHost
internal import CellInterpreter
internal import CellLibrary
internal import Display
internal import JupyterKernel
internal import SessionSafety

extension Interpreter {
    /// A session that knows the whole library, and the commands that only a process can answer.
    /// - Parameter cell: the front end's cell that runs, where there is one.
    static func swiftLens(
        output: any CellOutput, session: Session = .main, cell: @escaping () -> CellContext? = { nil }
    ) -> Interpreter {
        let interpreter = Interpreter(library: .swiftLens(), output: output, session: session)
        interpreter.commands += [.memory, .load(into: cell)]
        return interpreter
    }
}

extension CellCommand {
    /// The same command with what it shows handed to `show` instead of being the cell's value.
    func showing(with show: @escaping (MIMEBundle) -> Void) -> CellCommand {
        var command = self
        command.run = { context in
            if let page = try run(context) { show(page) }
            return nil
        }
        return command
    }
}
