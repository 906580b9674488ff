/// Asks for the ports; deprecated, but old consoles send it.
public struct ConnectRequest: MessageContent {
    public static let messageType = "connect_request"
    public init() {}
}

/// The ports, as in the connection file.
public struct ConnectReply: MessageContent {
    public static let messageType = "connect_reply"
    public var status = ReplyStatus.ok
    public var shell: Int
    public var iopub: Int
    public var stdin: Int
    public var control: Int
    public var heartbeat: Int

    public init(ports: [Channel: Int]) {
        shell = ports[.shell] ?? 0
        iopub = ports[.iopub] ?? 0
        stdin = ports[.stdin] ?? 0
        control = ports[.control] ?? 0
        heartbeat = ports[.heartbeat] ?? 0
    }

    enum CodingKeys: String, CodingKey {
        case status
        case shell = "shell_port"
        case iopub = "iopub_port"
        case stdin = "stdin_port"
        case control = "control_port"
        case heartbeat = "hb_port"
    }
}
