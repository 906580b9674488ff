/// Replaces every output that was shown under the same display id.
public struct UpdateDisplayData: MessageContent {
    public static let messageType = "update_display_data"
    public var data: [String: JSONValue]
    public var metadata: [String: JSONValue]
    public var transient: Transient

    public init(_ content: MIMEContent, displayID: String) {
        data = content.data
        metadata = content.metadata
        transient = Transient(displayID: displayID)
    }
}
