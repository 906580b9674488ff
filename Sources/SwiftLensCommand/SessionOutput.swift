internal import CellHost
internal import JupyterKernel

/// Leads what a cell prints and asks to the front end that sent the cell.
final class SessionOutput: CellOutput {
    /// The cell that runs.
    var cell: CellContext?

    func write(_ text: String, to stream: CellStream) {
        cell?.print(text, to: stream == .standardOutput ? .standardOutput : .standardError)
    }

    func readLine(prompt: String) throws -> String? { try cell?.readLine(prompt: prompt) }
}
