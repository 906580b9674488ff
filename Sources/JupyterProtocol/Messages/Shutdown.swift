/// Asks the kernel to end.
public struct ShutdownRequest: MessageContent {
    public static let messageType = "shutdown_request"
    /// Whether a new process follows on the same ports.
    public var restart: Bool

    public init(restart: Bool) { self.restart = restart }

    public init(from decoder: any Decoder) throws {
        restart = try decoder.container(keyedBy: CodingKeys.self).value(.restart, default: false)
    }

    enum CodingKeys: String, CodingKey { case restart }
}

/// Says that the process ends after this message.
public struct ShutdownReply: MessageContent {
    public static let messageType = "shutdown_reply"
    public var status = ReplyStatus.ok
    public var restart: Bool

    public init(restart: Bool) { self.restart = restart }
}
