/// An error: shown below its cell, and the content of a reply that failed.
package struct ErrorContent: MessageContent {
    package static let messageType = "error"

    /// The kind, such as `KeyboardInterrupt`.
    package var name: String
    /// The message.
    package var value: String
    /// The lines to show; colours as ANSI escapes.
    package var traceback: [String]

    package init(name: String, value: String, traceback: [String] = []) {
        self.name = name
        self.value = value
        self.traceback = traceback
    }

    enum CodingKeys: String, CodingKey {
        case name = "ename"
        case value = "evalue"
        case traceback
    }
}

/// The content of any reply that says that its request failed.
package struct ErrorReply: Codable, Sendable, Equatable {
    package var error: ErrorContent

    package init(_ error: ErrorContent) { self.error = error }

    private enum CodingKeys: String, CodingKey { case status }

    package init(from decoder: any Decoder) throws { error = try ErrorContent(from: decoder) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ReplyStatus.error, forKey: .status)
        try error.encode(to: encoder)
    }
}
