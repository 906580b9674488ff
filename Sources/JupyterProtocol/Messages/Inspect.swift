/// Asks what stands at the cursor.
public struct InspectRequest: MessageContent {
    public static let messageType = "inspect_request"
    public var code: String
    /// In Unicode code points.
    public var cursorPosition: Int
    /// 0 for a tooltip, 1 for everything.
    public var detailLevel: Int

    public init(code: String, cursorPosition: Int, detailLevel: Int = 0) {
        self.code = code
        self.cursorPosition = cursorPosition
        self.detailLevel = detailLevel
    }

    enum CodingKeys: String, CodingKey {
        case code
        case cursorPosition = "cursor_pos"
        case detailLevel = "detail_level"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        cursorPosition = try container.value(.cursorPosition, default: code.unicodeScalars.count)
        detailLevel = try container.value(.detailLevel, default: 0)
    }
}

/// What stands at the cursor, to be shown as a tooltip.
public struct InspectReply: MessageContent {
    public static let messageType = "inspect_reply"
    public var status = ReplyStatus.ok
    public var found: Bool
    public var data: [String: JSONValue]
    public var metadata: [String: JSONValue]

    /// The answer; nil when nothing is known.
    public init(_ content: MIMEContent?) {
        found = content != nil
        data = content?.data ?? [:]
        metadata = content?.metadata ?? [:]
    }
}
