/// Asks the user of the front end that sent a cell for a line of text.
public struct InputRequest: MessageContent {
    public static let messageType = "input_request"
    public var prompt: String
    /// Whether the text is hidden while it is typed.
    public var password: Bool

    public init(prompt: String, password: Bool = false) {
        self.prompt = prompt
        self.password = password
    }
}

/// The line that the user typed.
public struct InputReply: MessageContent {
    public static let messageType = "input_reply"
    public var value: String

    public init(value: String) { self.value = value }
}
