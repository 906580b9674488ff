package import Display

/// One thing to show, as the wire carries it: JSON by MIME type.
package struct MIMEContent: Sendable, Equatable {
    package var data: [String: JSONValue]
    package var metadata: [String: JSONValue]

    package init(data: [String: JSONValue], metadata: [String: JSONValue] = [:]) {
        self.data = data
        self.metadata = metadata
    }

    /// The content of a bundle. Metadata that is not JSON is left out.
    package init(_ bundle: MIMEBundle) {
        data = [:]
        metadata = [:]
        for (type, text) in bundle.representations { data[type.rawValue] = .string(text) }
        for (type, json) in bundle.metadata {
            metadata[type.rawValue] = try? MessageJSON.decode(JSONValue.self, from: Array(json.utf8))
        }
    }
}

/// Facts about an output that are not saved with the notebook.
package struct Transient: Codable, Sendable, Equatable {
    /// Under which ``UpdateDisplayData`` finds the output again.
    package var displayID: String?

    package init(displayID: String? = nil) { self.displayID = displayID }

    enum CodingKeys: String, CodingKey { case displayID = "display_id" }
}

/// Shows a thing below the cell.
package struct DisplayData: MessageContent {
    package static let messageType = "display_data"
    package var data: [String: JSONValue]
    package var metadata: [String: JSONValue]
    package var transient: Transient

    package init(_ content: MIMEContent, displayID: String? = nil) {
        data = content.data
        metadata = content.metadata
        transient = Transient(displayID: displayID)
    }
}
