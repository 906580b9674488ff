/// Asks whether a console should run the text or wait for another line.
public struct IsCompleteRequest: MessageContent {
    public static let messageType = "is_complete_request"
    public var code: String

    public init(code: String) { self.code = code }
}

/// Whether the text is ready to run. The status here is not that of other replies.
public struct IsCompleteReply: MessageContent {
    public static let messageType = "is_complete_reply"

    public enum Status: String, Codable, Sendable { case complete, incomplete, invalid, unknown }

    public var status: Status
    /// What the next line begins with; for incomplete text only.
    public var indent: String?

    public init(_ status: Status, indent: String? = nil) {
        self.status = status
        self.indent = indent
    }
}
