/// Asks for earlier cells.
package struct HistoryRequest: MessageContent {
    package static let messageType = "history_request"

    package enum Access: String, Codable, Sendable { case tail, range, search }

    package var access: Access
    /// Whether outputs are wanted too.
    package var output: Bool
    /// For `range`: which session; 0 is this one, negative ones count back.
    package var session: Int
    package var start: Int?
    package var stop: Int?
    /// For `tail` and `search`: at most so many, the last ones.
    package var count: Int?
    /// For `search`: a text with `*` and `?` as wildcards.
    package var pattern: String?
    /// For `search`: each text once.
    package var unique: Bool

    package init(
        access: Access, output: Bool = false, session: Int = 0, start: Int? = nil, stop: Int? = nil,
        count: Int? = nil, pattern: String? = nil, unique: Bool = false
    ) {
        self.access = access
        self.output = output
        self.session = session
        self.start = start
        self.stop = stop
        self.count = count
        self.pattern = pattern
        self.unique = unique
    }

    enum CodingKeys: String, CodingKey {
        case access = "hist_access_type"
        case output, session, start, stop
        case count = "n"
        case pattern, unique
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            access: try container.value(.access, default: .tail),
            output: try container.value(.output, default: false),
            session: try container.value(.session, default: 0),
            start: try container.decodeIfPresent(Int.self, forKey: .start),
            stop: try container.decodeIfPresent(Int.self, forKey: .stop),
            count: try container.decodeIfPresent(Int.self, forKey: .count),
            pattern: try container.decodeIfPresent(String.self, forKey: .pattern),
            unique: try container.value(.unique, default: false))
    }
}

/// Earlier cells, each `[session, line, input]` or `[session, line, [input, output]]`.
package struct HistoryReply: MessageContent {
    package static let messageType = "history_reply"
    package var status = ReplyStatus.ok
    package var history: [JSONValue]

    package init(history: [JSONValue]) { self.history = history }
}
