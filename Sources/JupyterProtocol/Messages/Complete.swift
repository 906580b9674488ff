/// Asks what could stand at the cursor.
public struct CompleteRequest: MessageContent {
    public static let messageType = "complete_request"
    public var code: String
    /// In Unicode code points.
    public var cursorPosition: Int

    public init(code: String, cursorPosition: Int) {
        self.code = code
        self.cursorPosition = cursorPosition
    }

    enum CodingKeys: String, CodingKey {
        case code
        case cursorPosition = "cursor_pos"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        cursorPosition = try container.value(.cursorPosition, default: code.unicodeScalars.count)
    }
}

/// What could stand at the cursor, in place of the text from `cursorStart` to `cursorEnd`.
public struct CompleteReply: MessageContent {
    public static let messageType = "complete_reply"
    public var status = ReplyStatus.ok
    public var matches: [String]
    public var cursorStart: Int
    public var cursorEnd: Int
    /// Never left out: JupyterLab opens no list without it.
    public var metadata: Metadata

    public init(matches: [Match], cursorStart: Int, cursorEnd: Int) {
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
    public struct Metadata: Codable, Sendable, Equatable {
        public var types: [Match]

        enum CodingKeys: String, CodingKey { case types = "_jupyter_types_experimental" }
    }

    /// One entry of the list.
    public struct Match: Codable, Sendable, Equatable {
        public var start: Int
        public var end: Int
        public var text: String
        /// Such as `function` or `keyword`; the list shows it as an icon.
        public var type: String
        public var signature: String?

        public init(text: String, start: Int, end: Int, type: String, signature: String? = nil) {
            self.text = text
            self.start = start
            self.end = end
            self.type = type
            self.signature = signature
        }
    }
}
