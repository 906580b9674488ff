package import Display
package import JupyterProtocol
internal import Synchronization

/// Keeps what one cell shows, bounded as the kernel bounds it, for somebody who reads it later.
///
/// ```swift
/// let output = RecordedOutput()
/// output.print("thinking…\n")
/// output.takeAll()        // [.printed("thinking…\n", .standardOutput)]
/// ```
/// It is a `DisplayOutput`: made the current one, it is given what `display(_:)` and progress bars show.
package final class RecordedOutput: DisplayOutput {
    /// What a front end would have been sent.
    package enum Entry: Sendable, Equatable {
        case printed(String, CellContext.Stream)
        case shown(MIMEContent, id: String?)
        case updated(MIMEContent, id: String)
        case cleared(wait: Bool)
    }

    private struct State {
        var buffer: OutputBuffer
        var outputs: [Output] = []
    }

    private let limits: OutputLimits
    private let state: Mutex<State>

    package init(limits: OutputLimits = OutputLimits()) {
        self.limits = limits
        state = Mutex(State(buffer: OutputBuffer(limits: limits)))
    }

    /// Prints `text` as it is: a line wants its own `\n`.
    package func print(_ text: String, to stream: CellContext.Stream = .standardOutput) {
        keep { $0.write(text, to: stream == .standardOutput ? .stdout : .stderr, at: 0) }
    }

    package func show(_ bundle: MIMEBundle, id: String?) { keep { $0.show(bundle, id: id, at: 0) } }

    // Time stands still here, so that of updates between two other outputs the last one is kept.
    package func update(_ bundle: MIMEBundle, id: String) { keep { $0.update(bundle, id: id, at: 0) } }

    package func finish(_ bundle: MIMEBundle, id: String) { keep { $0.finish(bundle, id: id, at: 0) } }

    package func clear(wait: Bool) { keep { $0.clear(wait: wait, at: 0) } }

    /// Everything since the last call, the end of a text that was too long included.
    package func takeAll() -> [Entry] {
        let outputs = state.withLock { state in
            let last = state.buffer.finish(at: 0)
            defer { state = State(buffer: OutputBuffer(limits: limits)) }
            return state.outputs + last
        }
        return outputs.map(entry)
    }

    /// A value as a front end is sent it.
    package func content(of bundle: MIMEBundle) -> MIMEContent { limits.content(of: bundle) }

    /// An error as a front end is sent it.
    package func content(of error: CodeError) -> ErrorContent { limits.content(of: error) }

    private func keep(_ action: (inout OutputBuffer) -> [Output]) {
        state.withLock { $0.outputs += action(&$0.buffer) }
    }

    private func entry(_ output: Output) -> Entry {
        switch output {
        case .stream(let name, let text): .printed(text, name == .stdout ? .standardOutput : .standardError)
        case .display(let bundle, let id): .shown(limits.content(of: bundle), id: id)
        case .update(let bundle, let id): .updated(limits.content(of: bundle), id: id)
        case .clear(let wait): .cleared(wait: wait)
        }
    }
}
