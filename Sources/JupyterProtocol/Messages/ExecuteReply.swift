/// How a cell ended; sent after all of its output.
package struct ExecuteReply: MessageContent {
    package static let messageType = "execute_reply"

    /// What came of the cell.
    package enum Outcome: Sendable, Equatable {
        case ok(payload: [JSONValue], userExpressions: [String: JSONValue])
        case error(ErrorContent)
        /// Not run, because a cell before it failed.
        case aborted
    }

    package var executionCount: Int
    package var outcome: Outcome

    package init(executionCount: Int, _ outcome: Outcome) {
        self.executionCount = executionCount
        self.outcome = outcome
    }

    enum CodingKeys: String, CodingKey {
        case status
        case executionCount = "execution_count"
        case payload
        case userExpressions = "user_expressions"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        executionCount = try container.decode(Int.self, forKey: .executionCount)
        switch try container.decode(ReplyStatus.self, forKey: .status) {
        case .ok:
            outcome = .ok(
                payload: try container.value(.payload, default: []),
                userExpressions: try container.value(.userExpressions, default: [:]))
        case .error: outcome = .error(try ErrorContent(from: decoder))
        case .aborted: outcome = .aborted
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(executionCount, forKey: .executionCount)
        switch outcome {
        case .ok(let payload, let userExpressions):
            try container.encode(ReplyStatus.ok, forKey: .status)
            try container.encode(payload, forKey: .payload)
            try container.encode(userExpressions, forKey: .userExpressions)
        case .error(let error):
            try container.encode(ReplyStatus.error, forKey: .status)
            try error.encode(to: encoder)
        case .aborted: try container.encode(ReplyStatus.aborted, forKey: .status)
        }
    }
}

extension ExecuteReply: JSONWritable {
    func write(to bytes: inout [UInt8]) {
        var members: [String: JSONValue] = ["execution_count": .integer(executionCount)]
        switch outcome {
        case .ok(let payload, let userExpressions):
            members["status"] = .string(ReplyStatus.ok.rawValue)
            members["payload"] = .array(payload)
            members["user_expressions"] = .object(userExpressions)
        case .error(let error):
            members["status"] = .string(ReplyStatus.error.rawValue)
            members["ename"] = .string(error.name)
            members["evalue"] = .string(error.value)
            members["traceback"] = .array(error.traceback.map { .string($0) })
        case .aborted: members["status"] = .string(ReplyStatus.aborted.rawValue)
        }
        JSONValue.object(members).write(to: &bytes)
    }
}
