/// Asks for earlier cells.
public struct HistoryRequest: MessageContent {
    public static let messageType = "history_request"

    public enum Access: String, Codable, Sendable { case tail, range, search }

    public var access: Access
    /// Whether outputs are wanted too.
    public var output: Bool
    /// For `range`: which session; 0 is this one, negative ones count back.
    public var session: Int
    public var start: Int?
    public var stop: Int?
    /// For `tail` and `search`: at most so many, the last ones.
    public var count: Int?
    /// For `search`: a text with `*` and `?` as wildcards.
    public var pattern: String?
    /// For `search`: each text once.
    public var unique: Bool

    public init(
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

    public init(from decoder: any Decoder) throws {
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
public struct HistoryReply: MessageContent {
    public static let messageType = "history_reply"
    public var status = ReplyStatus.ok
    public var history: [JSONValue]

    public init(history: [JSONValue]) { self.history = history }
}
