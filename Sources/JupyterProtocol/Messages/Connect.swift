/// Asks for the ports; deprecated, but old consoles send it.
package struct ConnectRequest: MessageContent {
    package static let messageType = "connect_request"
    package init() {}
}

/// The ports, as in the connection file.
package struct ConnectReply: MessageContent {
    package static let messageType = "connect_reply"
    package var status = ReplyStatus.ok
    package var shell: Int
    package var iopub: Int
    package var stdin: Int
    package var control: Int
    package var heartbeat: Int

    package init(ports: [Channel: Int]) {
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
