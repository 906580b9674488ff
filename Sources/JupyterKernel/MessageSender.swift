internal import JupyterProtocol
internal import Synchronization

/// Makes messages of contents: header, parent, signature, topic.
final class MessageSender: Sendable {
    private let transport: any MessageTransport
    private let signature: MessageSignature
    private let session: String
    private let count = Atomic<Int>(0)

    init(transport: any MessageTransport, signature: MessageSignature) {
        self.transport = transport
        self.signature = signature
        session = Self.newSession()
    }

    /// Answers `request` on the channel that it came from.
    ///
    /// Only between busy and idle: the reply travels with the idle that follows it.
    func reply(to request: Message, on channel: Channel, type: String, _ content: some Encodable) {
        send(content, type: type, parent: request.headerBytes, to: request.identities, on: channel, moreFollows: true)
    }

    /// Answers `request` on the channel that it came from.
    func reply(to request: Message, on channel: Channel, _ content: some MessageContent) {
        reply(to: request, on: channel, type: type(of: content).messageType, content)
    }

    /// Asks the front end that sent `request`.
    func ask(_ content: InputRequest, about request: Message) {
        send(
            content, type: InputRequest.messageType, parent: request.headerBytes, to: request.identities, on: .stdin)
    }

    /// Tells every front end something that has to do with `parent`, or with no request at all.
    /// - Parameter moreFollows: Whether another message comes at once, so that this one may wait for it.
    func publish<Content: MessageContent>(
        _ content: Content, answering parent: Message?, topic: [UInt8]? = nil, moreFollows: Bool = false
    ) {
        let type = Content.messageType
        let topic = topic ?? Array("kernel.\(session).\(type)".utf8)
        send(
            content, type: type, parent: parent?.headerBytes ?? WireFrames.emptyObject, to: [topic], on: .iopub,
            moreFollows: moreFollows)
    }

    /// The frames of a message to every front end that subscribed to `topic`, for who sends them by other ways.
    func frames<Content: MessageContent>(publishing content: Content, topic: [UInt8]) -> [[UInt8]]? {
        frames(content, type: Content.messageType, parent: WireFrames.emptyObject, to: [topic])
    }

    /// Sends what waits for more.
    func flush() { transport.flush() }

    private func send(
        _ content: some Encodable, type: String, parent: [UInt8], to identities: [[UInt8]], on channel: Channel,
        moreFollows: Bool = false
    ) {
        guard let frames = frames(content, type: type, parent: parent, to: identities) else { return }
        transport.send(frames, on: channel, moreFollows: moreFollows)
    }

    private func frames(
        _ content: some Encodable, type: String, parent: [UInt8], to identities: [[UInt8]]
    ) -> [[UInt8]]? {
        // The contents are this package's own types, whose JSON cannot fail but for numbers that JSON has not.
        guard let header = try? MessageJSON.encode(header(type)), let bytes = try? MessageJSON.encode(content) else {
            return nil
        }
        return WireFrames(
            identities: identities, header: header, parentHeader: parent, content: bytes, signedBy: signature
        ).all
    }

    private func header(_ type: String) -> MessageHeader {
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        return MessageHeader(
            messageID: "\(session)_\(number)", session: session, username: "kernel", date: Timestamp.now,
            messageType: type)
    }

    /// 128 random bits as hex: front ends tell by it that the kernel was restarted.
    private static func newSession() -> String {
        (0..<4).map { _ in
            let digits = String(UInt32.random(in: .min ... .max), radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }
}
