package import JupyterProtocol
package import SessionSafety
internal import Synchronization

/// A Jupyter kernel without its sockets and without its language.
///
/// Two threads meet here. The transport's thread hands in frames, and control requests are answered on it at once. The
/// interpreter's thread calls ``run(_:)`` and works through the shell requests one by one.
///
/// ```swift
/// let kernel = Kernel(description: description, signature: signature, transport: transport)
/// BackgroundThread.start(stackBytes: 512 << 20) { kernel.run { Calculator() } }
/// transport.deliver(to: kernel)
/// ```
package final class Kernel: Sendable {
    let description: KernelDescription
    let sender: MessageSender
    let limits: OutputLimits
    /// Whose cells run, and whose stop button the front end's is.
    let session: Session
    let ports: [Channel: Int]
    let queue = RequestQueue()
    let inputInbox = InputInbox()
    let timer = FlushTimer()
    /// Where the text of C libraries goes, and what surrounds a cell's run; nil when nothing is captured.
    let processOutput: ProcessOutput?
    private let transport: any MessageTransport
    private let verifier: Mutex<MessageVerifier>
    private let log: @Sendable (String) -> Void
    private let logRate = Mutex(LogRate())

    /// - Parameters:
    ///   - ports: For the deprecated request that asks for them.
    ///   - session: The process's own is the one that signals stop.
    ///   - processOutput: Shows what the process itself writes to its standard output and error.
    ///   - log: Told about messages that were dropped.
    package init(
        description: KernelDescription, signature: MessageSignature, transport: any MessageTransport,
        ports: [Channel: Int] = [:], limits: OutputLimits = OutputLimits(), session: Session = .main,
        processOutput: ProcessOutput? = nil,
        log: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.description = description
        self.transport = transport
        self.limits = limits
        self.session = session
        self.ports = ports
        self.processOutput = processOutput
        self.log = log
        sender = MessageSender(transport: transport, signature: signature)
        verifier = Mutex(MessageVerifier(signature))
        sender.publish(Status(.starting), answering: nil)
    }

    /// Takes a message from a front end. What cannot be believed or read is dropped with a line in the log.
    package func receive(_ frames: [[UInt8]], on channel: Channel) {
        do {
            let message = try verifier.withLock { try $0.message(from: frames) }
            dispatch(message, from: channel)
        } catch {
            note("\(channel) message dropped: \(error)")
        }
    }

    /// The frames that greet a front end whose subscription to the output channel has arrived, before it is sent anything
    /// else; nil for a topic that is not text.
    package func welcome(to topic: [UInt8]) -> [[UInt8]]? {
        queue.noteListener()
        guard let text = String(validating: topic, as: UTF8.self) else { return nil }
        return sender.frames(publishing: IOPubWelcome(subscription: text), topic: topic)
    }

    /// Ends the kernel: the running cell is asked to stop, waiting requests are forgotten, what was sent is delivered.
    package func shutDown() {
        queue.close()
        session.stop.request()
        timer.stop()
        transport.finish()
    }

    private func dispatch(_ message: Message, from channel: Channel) {
        switch channel {
        case .shell: queue.append(message)
        case .control: answerControl(message)
        case .stdin: receiveInput(message)
        case .iopub, .heartbeat: break
        }
    }

    private func receiveInput(_ message: Message) {
        guard message.header.messageType == InputReply.messageType else { return }
        do {
            inputInbox.receive(try message.content(as: InputReply.self).value)
        } catch {
            note("input reply dropped: \(error)")
        }
    }

    /// Tells the log, unless it has been told too much already: what a stranger sends ends up here.
    func note(_ line: String) {
        for line in logRate.withLock({ $0.admit(line, at: .now) }) { log(line) }
    }
}
