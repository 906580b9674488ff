/// Opens a comm to `targetName`.
public struct CommOpen: MessageContent {
    public static let messageType = "comm_open"
    public var commID: String
    public var targetName: String
    public var data: JSONValue

    public init(commID: String, targetName: String, data: JSONValue = .object([:])) {
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
public struct CommMessage: MessageContent {
    public static let messageType = "comm_msg"
    public var commID: String
    public var data: JSONValue

    public init(commID: String, data: JSONValue = .object([:])) {
        self.commID = commID
        self.data = data
    }

    enum CodingKeys: String, CodingKey {
        case commID = "comm_id"
        case data
    }
}

/// Ends a comm; also the answer to opening one that nobody here offers.
public struct CommClose: MessageContent {
    public static let messageType = "comm_close"
    public var commID: String
    public var data: JSONValue

    public init(commID: String, data: JSONValue = .object([:])) {
        self.commID = commID
        self.data = data
    }

    enum CodingKeys: String, CodingKey {
        case commID = "comm_id"
        case data
    }
}
