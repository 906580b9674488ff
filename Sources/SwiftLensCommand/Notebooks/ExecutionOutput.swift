internal import CellHost
internal import Display
internal import JupyterKernel

/// Output of cells, kept as a front end would keep it and, where there is one, printed in the terminal.
final class ExecutionOutput: CellOutput, DisplayOutput {
    let recorded = RecordedOutput()
    private let terminal: TerminalOutput?

    init(terminal: TerminalOutput?) { self.terminal = terminal }

    func write(_ text: String, to stream: CellStream) {
        recorded.print(text, to: stream == .standardOutput ? .standardOutput : .standardError)
        terminal?.write(text, to: stream)
    }

    func readLine(prompt: String) throws -> String? {
        guard let terminal else {
            throw CommandError("nobody can be asked for input here; give the value in the cell instead")
        }
        recorded.print(prompt)
        return try terminal.readLine(prompt: prompt)
    }

    func show(_ bundle: MIMEBundle, id: String?) {
        recorded.show(bundle, id: id)
        terminal?.show(bundle, id: id)
    }

    func update(_ bundle: MIMEBundle, id: String) {
        recorded.update(bundle, id: id)
        terminal?.update(bundle, id: id)
    }

    func finish(_ bundle: MIMEBundle, id: String) {
        recorded.finish(bundle, id: id)
        terminal?.finish(bundle, id: id)
    }

    func clear(wait: Bool) {
        recorded.clear(wait: wait)
        terminal?.clear(wait: wait)
    }

    /// Shows the value of a cell in the terminal; a notebook has it by itself.
    func showValue(_ bundle: MIMEBundle) { terminal?.show(bundle, id: nil) }

    /// Prints what was shown under an id, as it is now.
    func finishCell() { terminal?.finish() }
}
