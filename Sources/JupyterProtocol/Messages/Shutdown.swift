/// Asks the kernel to end.
package struct ShutdownRequest: MessageContent {
    package static let messageType = "shutdown_request"
    /// Whether a new process follows on the same ports.
    package var restart: Bool

    package init(restart: Bool) { self.restart = restart }

    package init(from decoder: any Decoder) throws {
        restart = try decoder.container(keyedBy: CodingKeys.self).value(.restart, default: false)
    }

    enum CodingKeys: String, CodingKey { case restart }
}

/// Says that the process ends after this message.
package struct ShutdownReply: MessageContent {
    package static let messageType = "shutdown_reply"
    package var status = ReplyStatus.ok
    package var restart: Bool

    package init(restart: Bool) { self.restart = restart }
}
