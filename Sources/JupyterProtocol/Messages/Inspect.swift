/// Asks what stands at the cursor.
package struct InspectRequest: MessageContent {
    package static let messageType = "inspect_request"
    package var code: String
    /// In Unicode code points.
    package var cursorPosition: Int
    /// 0 for a tooltip, 1 for everything.
    package var detailLevel: Int

    package init(code: String, cursorPosition: Int, detailLevel: Int = 0) {
        self.code = code
        self.cursorPosition = cursorPosition
        self.detailLevel = detailLevel
    }

    enum CodingKeys: String, CodingKey {
        case code
        case cursorPosition = "cursor_pos"
        case detailLevel = "detail_level"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        cursorPosition = try container.value(.cursorPosition, default: code.unicodeScalars.count)
        detailLevel = try container.value(.detailLevel, default: 0)
    }
}

/// What stands at the cursor, to be shown as a tooltip.
package struct InspectReply: MessageContent {
    package static let messageType = "inspect_reply"
    package var status = ReplyStatus.ok
    package var found: Bool
    package var data: [String: JSONValue]
    package var metadata: [String: JSONValue]

    /// The answer; nil when nothing is known.
    package init(_ content: MIMEContent?) {
        found = content != nil
        data = content?.data ?? [:]
        metadata = content?.metadata ?? [:]
    }
}
