internal import TextFormats

/// What the kernel is doing.
public struct Status: MessageContent {
    public static let messageType = "status"

    public enum State: String, Codable, Sendable { case starting, busy, idle }

    public var executionState: State

    public init(_ state: State) { executionState = state }

    enum CodingKeys: String, CodingKey { case executionState = "execution_state" }
}

extension Status: JSONWritable {
    func write(to bytes: inout [UInt8]) { bytes.append(jsonObject: ["execution_state": executionState.rawValue]) }
}
