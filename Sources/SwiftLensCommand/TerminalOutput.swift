internal import CellHost
internal import Display
internal import FileSafety
internal import Synchronization

/// Output of cells as text on the standard streams.
final class TerminalOutput: CellOutput, DisplayOutput {
    /// Displays that were updated and not yet printed, so that a progress bar prints its last state alone.
    private let pending = Mutex<[(id: String, text: String)]>([])

    func write(_ text: String, to stream: CellStream) {
        finish()
        (stream == .standardOutput ? StandardStream.output : .error).write(text)
    }

    func readLine(prompt: String) throws -> String? {
        write(prompt, to: .standardOutput)
        return try TerminalInput.readLine()
    }

    func show(_ bundle: MIMEBundle, id: String?) {
        if let id { return update(bundle, id: id) }
        write(bundle.plain + "\n", to: .standardOutput)
    }

    func update(_ bundle: MIMEBundle, id: String) {
        pending.withLock { pending in
            pending.removeAll { $0.id == id }
            pending.append((id, bundle.plain))
        }
    }

    func clear(wait: Bool) {}

    /// Prints what was shown under an id, as it is now.
    func finish() {
        let texts = pending.withLock { pending in
            defer { pending = [] }
            return pending.map(\.text)
        }
        for text in texts { StandardStream.output.write(text + "\n") }
    }
}
