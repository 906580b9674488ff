internal import JupyterProtocol
internal import SessionSafety

/// Asks the user behind a front end for a line, and waits for it.
final class InputRequester: Sendable {
    private let request: Message
    private let sender: MessageSender
    private let inbox: InputInbox

    init(request: Message, sender: MessageSender, inbox: InputInbox) {
        self.request = request
        self.sender = sender
        self.inbox = inbox
    }

    /// The line without its end; nil at the end of input.
    /// - Throws: `Interrupted` when a stop was asked for instead.
    func readLine(prompt: String, hidden: Bool) throws -> String? {
        inbox.open()
        defer { inbox.close() }
        sender.ask(InputRequest(prompt: prompt, password: hidden), about: request)
        while true {
            try Interruption.check()
            // A signal handler can only set a flag, so the flag is looked at.
            if let line = inbox.line(withinMilliseconds: 10) { return line == Self.endOfInput ? nil : line }
        }
    }

    /// What a front end sends for control-D.
    private static let endOfInput = "\u{4}"
}

/// Where the answers of users arrive. One that comes when nobody has asked is dropped.
final class InputInbox: Sendable {
    private struct State {
        var isOpen = false
        var line: String?
    }

    private let state = Monitor(State())

    func open() { state.read { $0 = State(isOpen: true) } }
    func close() { state.read { $0 = State() } }

    func receive(_ line: String) {
        state.change { if $0.isOpen { $0.line = line } }
    }

    func line(withinMilliseconds milliseconds: Int) -> String? { state.wait(milliseconds: milliseconds) { $0.line } }
}
