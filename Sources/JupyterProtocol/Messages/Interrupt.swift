/// Asks to stop the running cell.
package struct InterruptRequest: MessageContent {
    package static let messageType = "interrupt_request"
    package init() {}
}

/// Says that the running cell was asked to stop.
package struct InterruptReply: MessageContent {
    package static let messageType = "interrupt_reply"
    package var status = ReplyStatus.ok
    package init() {}
}
