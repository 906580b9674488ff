internal import TextFormats

/// What the kernel is doing.
package struct Status: MessageContent {
    package static let messageType = "status"

    package enum State: String, Codable, Sendable { case starting, busy, idle }

    package var executionState: State

    package init(_ state: State) { executionState = state }

    enum CodingKeys: String, CodingKey { case executionState = "execution_state" }
}

extension Status: JSONWritable {
    func write(to bytes: inout [UInt8]) { bytes.append(jsonObject: ["execution_state": executionState.rawValue]) }
}
