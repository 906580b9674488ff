/// Asks the user of the front end that sent a cell for a line of text.
package struct InputRequest: MessageContent {
    package static let messageType = "input_request"
    package var prompt: String
    /// Whether the text is hidden while it is typed.
    package var password: Bool

    package init(prompt: String, password: Bool = false) {
        self.prompt = prompt
        self.password = password
    }
}

/// The line that the user typed.
package struct InputReply: MessageContent {
    package static let messageType = "input_reply"
    package var value: String

    package init(value: String) { self.value = value }
}
