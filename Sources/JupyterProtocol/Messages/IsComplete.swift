/// Asks whether a console should run the text or wait for another line.
package struct IsCompleteRequest: MessageContent {
    package static let messageType = "is_complete_request"
    package var code: String

    package init(code: String) { self.code = code }
}

/// Whether the text is ready to run. The status here is not that of other replies.
package struct IsCompleteReply: MessageContent {
    package static let messageType = "is_complete_reply"

    package enum Status: String, Codable, Sendable { case complete, incomplete, invalid, unknown }

    package var status: Status
    /// What the next line begins with; for incomplete text only.
    package var indent: String?

    package init(_ status: Status, indent: String? = nil) {
        self.status = status
        self.indent = indent
    }
}
