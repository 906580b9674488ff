/// The content of one kind of message.
///
/// Each kind has a file in `Messages`, with a request and its reply side by side.
package protocol MessageContent: Codable, Sendable, Equatable {
    /// The name in the header, such as `execute_request`.
    static var messageType: String { get }
}

/// How a request ended.
package enum ReplyStatus: String, Codable, Sendable {
    case ok, error, aborted
}
