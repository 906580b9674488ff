import JupyterKernel
import JupyterProtocol
import Synchronization

/// A message that the kernel sent, taken apart.
struct SentMessage: Sendable {
    let channel: Channel
    let type: String
    /// The id of the request that it answers.
    let parent: String?
    let content: JSONValue

    /// `busy` or `idle`, when this is a status.
    var state: String? { type == "status" ? content["execution_state"]?.string : nil }
}

/// A transport that keeps what it is given.
final class Recorder: MessageTransport {
    private struct State {
        var messages: [SentMessage] = []
        var log: [String] = []
        var isFinished = false
        var lastID = 0
    }

    private let state = Mutex(State())

    var messages: [SentMessage] { state.withLock { $0.messages } }
    var log: [String] { state.withLock { $0.log } }
    var isFinished: Bool { state.withLock { $0.isFinished } }

    func send(_ frames: [[UInt8]], on channel: Channel, moreFollows: Bool) {
        guard let message = try? Self.message(frames, channel) else {
            return note("unreadable: \(frames)")
        }
        state.withLock { $0.messages.append(message) }
    }

    func flush() {}
    func finish() { state.withLock { $0.isFinished = true } }
    func note(_ line: String) { state.withLock { $0.log.append(line) } }

    func newID() -> String {
        state.withLock {
            $0.lastID += 1
            return "request \($0.lastID)"
        }
    }

    private static func message(_ frames: [[UInt8]], _ channel: Channel) throws -> SentMessage {
        let frames = try WireFrames(frames)
        let header = try MessageJSON.decode(MessageHeader.self, from: frames.header)
        return SentMessage(
            channel: channel, type: header.messageType,
            parent: try MessageJSON.decode(JSONValue.self, from: frames.parentHeader)["msg_id"]?.string,
            content: try MessageJSON.decode(JSONValue.self, from: frames.content))
    }
}
