internal import JupyterProtocol
internal import Platform
internal import SessionSafety
internal import Synchronization

/// Shows in the notebook what the process itself writes: the messages of C libraries, and `print` in compiled code.
///
/// File descriptors 1 and 2 are led into pipes. Text that comes while a cell runs is output of that cell; any other goes
/// to where the process's standard error was.
package final class ProcessOutput: Sendable {
    private let pipes: [CapturedDescriptor]
    /// What nobody shows goes to where standard error was; nobody waits for it.
    private let originalError: LogWriter
    private let target = Mutex<OutputPublisher?>(nil)

    /// Begins to capture; nil when the system has no pipes left, and then everything stays as it was.
    package init?() {
        let descriptor = dup(STDERR_FILENO)
        guard descriptor >= 0, let out = CapturedDescriptor(STDOUT_FILENO, .stdout) else { return nil }
        guard let error = CapturedDescriptor(STDERR_FILENO, .stderr) else { return nil }
        pipes = [out, error]
        originalError = LogWriter(descriptor)
        sendOutputByLine()
        BackgroundThread.start(stackBytes: 512 << 10) { [weak self] in
            while let self { self.waitAndForward() }
        }
    }

    /// Writes a line for the server's log, past the capture. Returns at once.
    package func log(_ line: String) { originalError.write(line + "\n") }

    /// Leads text to `publisher` from now on; with nil to the log. What is in the pipes still goes where it belongs.
    func redirect(to publisher: OutputPublisher?) {
        fflush(nil)
        target.withLock { current in
            forward(to: current)
            current = publisher
        }
    }

    private func waitAndForward() {
        var waiting = pipes.map { pollfd(fd: $0.reader, events: Int16(POLLIN), revents: 0) }
        guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else { return }
        target.withLock { forward(to: $0) }
    }

    /// Takes what is in the pipes; called with the lock held, so that nothing overtakes.
    private func forward(to publisher: OutputPublisher?) {
        for pipe in pipes {
            while let text = pipe.read() {
                if let publisher { publisher.write(text, to: pipe.name) } else { originalError.write(text) }
            }
        }
    }
}

extension Kernel {
    /// Runs `body` with the process's own output led to `output`.
    func capturingProcessOutput<Result>(into output: OutputPublisher, _ body: () -> Result) -> Result {
        guard let processOutput else { return body() }
        processOutput.redirect(to: output)
        defer { processOutput.redirect(to: nil) }
        return body()
    }
}
