internal import TextFormats

/// Who sent a message, when, and what it is.
package struct MessageHeader: Codable, Sendable, Equatable {
    /// Unique per message.
    package var messageID: String
    /// One per client or kernel process; a restarted kernel has a new one.
    package var session: String
    package var username: String
    /// ISO 8601 with a time zone.
    package var date: String
    /// Such as `execute_request`.
    package var messageType: String
    /// The protocol version that the sender speaks.
    package var version: String

    package init(messageID: String, session: String, username: String, date: String, messageType: String) {
        self.messageID = messageID
        self.session = session
        self.username = username
        self.date = date
        self.messageType = messageType
        self.version = JupyterProtocolVersion.current
    }

    enum CodingKeys: String, CodingKey {
        case messageID = "msg_id"
        case session, username, date
        case messageType = "msg_type"
        case version
    }

    /// A request must say its id and its type; the rest is for people and logs.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        messageID = try container.decode(String.self, forKey: .messageID)
        messageType = try container.decode(String.self, forKey: .messageType)
        session = try container.value(.session, default: "")
        username = try container.value(.username, default: "")
        date = try container.value(.date, default: "")
        version = try container.value(.version, default: "")
    }
}

extension MessageHeader: JSONWritable {
    func write(to bytes: inout [UInt8]) {
        bytes.append(jsonObject: [
            "date": date, "msg_id": messageID, "msg_type": messageType, "session": session, "username": username,
            "version": version,
        ])
    }
}

/// The version of the messaging protocol that this package speaks.
package enum JupyterProtocolVersion {
    package static let current = "5.5"
}
