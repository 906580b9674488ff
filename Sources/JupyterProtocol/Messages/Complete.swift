/// Asks what could stand at the cursor.
package struct CompleteRequest: MessageContent {
    package static let messageType = "complete_request"
    package var code: String
    /// In Unicode code points.
    package var cursorPosition: Int

    package init(code: String, cursorPosition: Int) {
        self.code = code
        self.cursorPosition = cursorPosition
    }

    enum CodingKeys: String, CodingKey {
        case code
        case cursorPosition = "cursor_pos"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        cursorPosition = try container.value(.cursorPosition, default: code.unicodeScalars.count)
    }
}

/// What could stand at the cursor, in place of the text from `cursorStart` to `cursorEnd`.
package struct CompleteReply: MessageContent {
    package static let messageType = "complete_reply"
    package var status = ReplyStatus.ok
    package var matches: [String]
    package var cursorStart: Int
    package var cursorEnd: Int
    /// Never left out: JupyterLab opens no list without it.
    package var metadata: Metadata

    package init(matches: [Match], cursorStart: Int, cursorEnd: Int) {
        self.matches = matches.map(\.text)
        self.cursorStart = cursorStart
        self.cursorEnd = cursorEnd
        metadata = Metadata(types: matches)
    }

    enum CodingKeys: String, CodingKey {
        case status, matches
        case cursorStart = "cursor_start"
        case cursorEnd = "cursor_end"
        case metadata
    }

    /// What the list shows beside each match.
    package struct Metadata: Codable, Sendable, Equatable {
        package var types: [Match]

        enum CodingKeys: String, CodingKey { case types = "_jupyter_types_experimental" }
    }

    /// One entry of the list.
    package struct Match: Codable, Sendable, Equatable {
        package var start: Int
        package var end: Int
        package var text: String
        /// Such as `function` or `keyword`; the list shows it as an icon.
        package var type: String
        package var signature: String?

        package init(text: String, start: Int, end: Int, type: String, signature: String? = nil) {
            self.text = text
            self.start = start
            self.end = end
            self.type = type
            self.signature = signature
        }
    }
}
