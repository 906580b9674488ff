/// Asks to stop the running cell.
public struct InterruptRequest: MessageContent {
    public static let messageType = "interrupt_request"
    public init() {}
}

/// Says that the running cell was asked to stop.
public struct InterruptReply: MessageContent {
    public static let messageType = "interrupt_reply"
    public var status = ReplyStatus.ok
    public init() {}
}
