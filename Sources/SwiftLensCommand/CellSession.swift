internal import CellInterpreter
internal import CellLibrary
internal import Display
internal import JupyterKernel

/// The cell language, as the kernel sees it.
final class CellSession: CodeInterpreter {
    let interpreter: Interpreter
    private let output = SessionOutput()

    init() {
        interpreter = .swiftLens(output: output) { [output] in output.cell }
        // A front end opens help beside the notebook.
        interpreter.commands = interpreter.commands.map { [output] command in
            command.name == "help" ? command.showing { output.cell?.page($0) } : command
        }
    }

    func execute(_ code: String, in cell: CellContext) throws -> MIMEBundle? {
        output.cell = cell
        DisplayOutputs.current = cell
        defer {
            UnfinishedDisplays.showReached()
            output.cell = nil
        }
        let result = interpreter.run(code, name: "cell \(cell.number)")
        if let error = result.error { throw CodeError(error) }
        return result.bundle
    }

    func rest() { SessionMemory.releaseUnused() }

    func completeness(of code: String) -> Completeness {
        switch interpreter.isComplete(code) {
        case .complete: .complete
        case .incomplete(let indent): .incomplete(indent: indent)
        case .invalid: .invalid
        }
    }
}

extension CodeError {
    /// The error as a front end knows it.
    init(_ error: CellError) {
        self.init(
            name: error.isInterrupt ? Self.interruptedName : error.ename, message: error.evalue,
            traceback: error.traceback)
    }
}
