public import Display

/// One thing to show, as the wire carries it: JSON by MIME type.
public struct MIMEContent: Sendable, Equatable {
    public var data: [String: JSONValue]
    public var metadata: [String: JSONValue]

    public init(data: [String: JSONValue], metadata: [String: JSONValue] = [:]) {
        self.data = data
        self.metadata = metadata
    }

    /// The content of a bundle. Metadata that is not JSON is left out.
    public init(_ bundle: MIMEBundle) {
        data = [:]
        metadata = [:]
        for (type, text) in bundle.representations { data[type.rawValue] = .string(text) }
        for (type, json) in bundle.metadata {
            metadata[type.rawValue] = try? MessageJSON.decode(JSONValue.self, from: Array(json.utf8))
        }
    }
}

/// Facts about an output that are not saved with the notebook.
public struct Transient: Codable, Sendable, Equatable {
    /// Under which ``UpdateDisplayData`` finds the output again.
    public var displayID: String?

    public init(displayID: String? = nil) { self.displayID = displayID }

    enum CodingKeys: String, CodingKey { case displayID = "display_id" }
}

/// Shows a thing below the cell.
public struct DisplayData: MessageContent {
    public static let messageType = "display_data"
    public var data: [String: JSONValue]
    public var metadata: [String: JSONValue]
    public var transient: Transient

    public init(_ content: MIMEContent, displayID: String? = nil) {
        data = content.data
        metadata = content.metadata
        transient = Transient(displayID: displayID)
    }
}
