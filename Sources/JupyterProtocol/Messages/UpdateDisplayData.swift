/// Replaces every output that was shown under the same display id.
package struct UpdateDisplayData: MessageContent {
    package static let messageType = "update_display_data"
    package var data: [String: JSONValue]
    package var metadata: [String: JSONValue]
    package var transient: Transient

    package init(_ content: MIMEContent, displayID: String) {
        data = content.data
        metadata = content.metadata
        transient = Transient(displayID: displayID)
    }
}
