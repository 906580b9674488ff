package import Display
internal import JupyterProtocol
internal import SessionSafety
internal import Synchronization

/// What a running cell can do to the outside: print, show, ask.
///
/// It is a `DisplayOutput`, so a session that makes it the current one (`DisplayOutputs.current = cell`) has `display(_:)`
/// and progress bars go to the cell. All output may come from any thread; it is shown in the order of the calls.
package final class CellContext: DisplayOutput {
    /// The number that the cell will have in `[ ]`.
    package let number: Int
    /// Whether a front end runs this for itself: nothing is shown.
    package let isSilent: Bool
    /// Whether the cell counts as one that the user wrote.
    package let storesHistory: Bool

    private let output: OutputPublisher
    private let input: InputRequester?
    private let limits: OutputLimits
    private let payload = Mutex<[JSONValue]>([])

    init(
        number: Int, request: ExecuteRequest, output: OutputPublisher, input: InputRequester?, limits: OutputLimits
    ) {
        self.number = number
        isSilent = request.silent
        storesHistory = request.storeHistory
        self.output = output
        self.input = input
        self.limits = limits
    }

    /// Where printed text goes.
    package enum Stream: Sendable { case standardOutput, standardError }

    /// Prints `text` as it is: a line wants its own `\n`.
    package func print(_ text: String, to stream: Stream = .standardOutput) {
        output.write(text, to: stream == .standardOutput ? .stdout : .stderr)
    }

    package func show(_ bundle: MIMEBundle, id: String? = nil) { output.show(bundle, id: id) }

    package func update(_ bundle: MIMEBundle, id: String) { output.update(bundle, id: id) }

    package func finish(_ bundle: MIMEBundle, id: String) { output.finish(bundle, id: id) }

    package func clear(wait: Bool) { output.clear(wait: wait) }

    /// Opens `bundle` in a pager beside the notebook when the cell has ended.
    package func page(_ bundle: MIMEBundle) {
        let data = JSONValue.object(limits.content(of: bundle).data)
        payload.withLock { $0.append(["source": "page", "data": data, "start": 0]) }
    }

    /// Puts `text` into the next cell, or into this one when `replacing`.
    package func setNextInput(_ text: String, replacing: Bool = false) {
        payload.withLock {
            $0.append(["source": "set_next_input", "text": .string(text), "replace": .bool(replacing)])
        }
    }

    /// Asks the user for a line; nil at the end of input.
    /// - Throws: ``CodeError`` when the front end has nobody to ask, `Interrupted` when the user presses stop instead.
    package func readLine(prompt: String = "", hidden: Bool = false) throws -> String? {
        guard let input else {
            throw CodeError(
                name: "StdinNotImplementedError",
                message: "this front end cannot ask for input; give the value in the cell instead")
        }
        output.flush()
        return try input.readLine(prompt: prompt, hidden: hidden)
    }

    /// What the reply carries back to the front end that sent the cell.
    var payloads: [JSONValue] { payload.withLock { $0 } }
}
