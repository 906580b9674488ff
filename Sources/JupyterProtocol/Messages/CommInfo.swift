/// Asks which comms (two-way lines between a widget and the kernel) are open.
public struct CommInfoRequest: MessageContent {
    public static let messageType = "comm_info_request"
    public var targetName: String?

    public init(targetName: String? = nil) { self.targetName = targetName }

    enum CodingKeys: String, CodingKey { case targetName = "target_name" }
}

/// The open comms by id.
public struct CommInfoReply: MessageContent {
    public static let messageType = "comm_info_reply"
    public var status = ReplyStatus.ok
    public var comms: [String: JSONValue]

    public init(comms: [String: JSONValue] = [:]) { self.comms = comms }
}
