import Foundation
import JupyterKernel
import JupyterProtocol
import SessionSafety
import Synchronization
import Testing

/// A front end without sockets: it hands signed messages to a kernel and keeps what the kernel sends.
///
/// ```swift
/// let frontEnd = FrontEnd()
/// let result = try await frontEnd.run("print hello")
/// #expect(result.text == "hello\n")
/// ```
/// It has a session of its own, and shuts its kernel down when it is no longer needed.
final class FrontEnd: Sendable {
    private let recorder: Recorder
    let kernel: Kernel
    let gate = Gate()
    let session = Session()
    /// Before it opens the kernel has no language yet.
    private let start = Gate()
    private let signature = MessageSignature(key: "secret", scheme: .sha256)

    /// - Parameters:
    ///   - startsAtOnce: Otherwise the language is ready only after ``startLanguage()``.
    ///   - listens: Otherwise it hears outputs only after ``listen()``.
    init(limits: OutputLimits = .patient, startsAtOnce: Bool = true, listens: Bool = true) {
        recorder = Recorder()
        if startsAtOnce { start.open() }
        let language = LanguageInfo(
            name: "toy", version: "1", mimetype: "text/plain", fileExtension: ".toy",
            pygmentsLexer: "text",
            codemirrorMode: "text")
        kernel = Kernel(
            description: KernelDescription(
                implementation: "toy", version: "1", language: language, banner: "Toy"),
            signature: signature, transport: recorder, limits: limits, session: session,
            log: { [recorder] in recorder.note($0) })
        if listens { listen() }
        BackgroundThread.start(stackBytes: 1 << 20) { [kernel, gate, start] in
            kernel.run {
                while !start.hasOpened { usleep(50) }
                return ToyInterpreter(gate: gate)
            }
        }
    }

    deinit { kernel.shutDown() }

    /// Subscribes to everything.
    func listen() { _ = kernel.welcome(to: []) }

    func startLanguage() { start.open() }

    /// Sends a request and returns its id.
    @discardableResult
    func send(_ content: some MessageContent, on channel: Channel = .shell, date: String = "") throws -> String {
        try send(type(of: content).messageType, MessageJSON.encode(content), on: channel, date: date)
    }

    /// Sends any bytes as the content of a signed message, and returns its id.
    @discardableResult
    func send(
        _ type: String, _ content: [UInt8], on channel: Channel = .shell, date: String = ""
    ) throws -> String {
        let id = recorder.newID()
        let header = MessageHeader(
            messageID: id, session: "s", username: "u", date: date, messageType: type)
        receive(
            WireFrames(
                identities: [[7]], header: try MessageJSON.encode(header), content: content, signedBy: signature
            ).all,
            on: channel)
        return id
    }

    /// Hands in frames as they are.
    func receive(_ frames: [[UInt8]], on channel: Channel = .shell) {
        kernel.receive(frames, on: channel)
    }

    /// Runs a cell to its end.
    func run(_ code: String, storeHistory: Bool? = nil, silent: Bool = false) async throws -> CellRun {
        try await end(of: send(ExecuteRequest(code: code, silent: silent, storeHistory: storeHistory)))
    }

    /// Everything that answers a request, up to its idle.
    func end(of id: String) async throws -> CellRun {
        try await wait { $0.contains { $0.parent == id && $0.state == "idle" } }
        return CellRun(messages: messages.filter { $0.parent == id })
    }

    /// Sends a request and returns the content of its reply.
    func ask(_ content: some MessageContent, on channel: Channel = .shell) async throws -> JSONValue {
        try #require(await end(of: send(content, on: channel)).reply)
    }

    /// What the kernel has sent so far.
    var messages: [SentMessage] { recorder.messages }
    /// What the kernel has said for its log.
    var log: [String] { recorder.log }
    var isFinished: Bool { recorder.isFinished }

    /// Waits until `isDone` says so of what was sent; an error after half a minute.
    func wait(until isDone: ([SentMessage]) -> Bool) async throws {
        for _ in 0..<30_000 {
            if isDone(messages) { return }
            try await Task.sleep(for: .milliseconds(1))
        }
        Issue.record("the kernel did not answer; it sent \(messages.map(\.type))")
        throw NoAnswer()
    }
}

struct NoAnswer: Error {}

extension OutputLimits {
    /// Limits of size alone: nothing is sent because time has passed.
    static var patient: OutputLimits {
        var limits = OutputLimits()
        (limits.flushMilliseconds, limits.updateMilliseconds) = (1_000_000, 1_000_000)
        (limits.messagesPerSecond, limits.bytesPerSecond) = (.max, .max)
        return limits
    }
}

/// What one request brought.
struct CellRun {
    let messages: [SentMessage]

    /// The kinds of message in their order, the reply among them.
    var types: [String] { messages.map { $0.state.map { "status \($0)" } ?? $0.type } }
    var reply: JSONValue? { messages.first { $0.type.hasSuffix("_reply") }?.content }
    var status: String? { reply?["status"]?.string }
    var count: Int? { reply?["execution_count"]?.integer }
    /// All printed text, of both streams.
    var text: String { contents("stream").compactMap { $0["text"]?.string }.joined() }
    var value: String? { contents("execute_result").first.flatMap(\.plain) }

    func contents(_ type: String) -> [JSONValue] {
        messages.filter { $0.type == type }.map(\.content)
    }
}

extension JSONValue {
    /// The text form of a display.
    var plain: String? { self["data"]?["text/plain"]?.string }
}
