/// Opens a comm to `targetName`.
package struct CommOpen: MessageContent {
    package static let messageType = "comm_open"
    package var commID: String
    package var targetName: String
    package var data: JSONValue

    package init(commID: String, targetName: String, data: JSONValue = .object([:])) {
        self.commID = commID
        self.targetName = targetName
        self.data = data
    }

    enum CodingKeys: String, CodingKey {
        case commID = "comm_id"
        case targetName = "target_name"
        case data
    }
}

/// Something said over an open comm.
package struct CommMessage: MessageContent {
    package static let messageType = "comm_msg"
    package var commID: String
    package var data: JSONValue

    package init(commID: String, data: JSONValue = .object([:])) {
        self.commID = commID
        self.data = data
    }

    enum CodingKeys: String, CodingKey {
        case commID = "comm_id"
        case data
    }
}

/// Ends a comm; also the answer to opening one that nobody here offers.
package struct CommClose: MessageContent {
    package static let messageType = "comm_close"
    package var commID: String
    package var data: JSONValue

    package init(commID: String, data: JSONValue = .object([:])) {
        self.commID = commID
        self.data = data
    }

    enum CodingKeys: String, CodingKey {
        case commID = "comm_id"
        case data
    }
}
