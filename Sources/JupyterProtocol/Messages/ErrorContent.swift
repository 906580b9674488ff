/// An error: shown below its cell, and the content of a reply that failed.
public struct ErrorContent: MessageContent {
    public static let messageType = "error"

    /// The kind, such as `KeyboardInterrupt`.
    public var name: String
    /// The message.
    public var value: String
    /// The lines to show; colours as ANSI escapes.
    public var traceback: [String]

    public init(name: String, value: String, traceback: [String] = []) {
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
public struct ErrorReply: Codable, Sendable, Equatable {
    public var error: ErrorContent

    public init(_ error: ErrorContent) { self.error = error }

    private enum CodingKeys: String, CodingKey { case status }

    public init(from decoder: any Decoder) throws { error = try ErrorContent(from: decoder) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ReplyStatus.error, forKey: .status)
        try error.encode(to: encoder)
    }
}
