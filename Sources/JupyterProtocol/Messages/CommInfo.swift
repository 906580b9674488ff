/// Asks which comms (two-way lines between a widget and the kernel) are open.
package struct CommInfoRequest: MessageContent {
    package static let messageType = "comm_info_request"
    package var targetName: String?

    package init(targetName: String? = nil) { self.targetName = targetName }

    enum CodingKeys: String, CodingKey { case targetName = "target_name" }
}

/// The open comms by id.
package struct CommInfoReply: MessageContent {
    package static let messageType = "comm_info_reply"
    package var status = ReplyStatus.ok
    package var comms: [String: JSONValue]

    package init(comms: [String: JSONValue] = [:]) { self.comms = comms }
}
