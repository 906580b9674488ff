/// Asks to run a cell.
package struct ExecuteRequest: MessageContent {
    package static let messageType = "execute_request"

    package var code: String
    /// Show nothing and count nothing.
    package var silent: Bool
    /// Count the cell and remember its text.
    package var storeHistory: Bool
    /// Expressions to evaluate after the cell, by name.
    package var userExpressions: [String: String]
    /// Whether the front end can ask its user for a line of text.
    package var allowStdin: Bool
    /// Whether an error drops the cells that wait.
    package var stopOnError: Bool

    package init(
        code: String, silent: Bool = false, storeHistory: Bool? = nil, userExpressions: [String: String] = [:],
        allowStdin: Bool = false, stopOnError: Bool = true
    ) {
        self.code = code
        self.silent = silent
        self.storeHistory = (storeHistory ?? !silent) && !silent
        self.userExpressions = userExpressions
        self.allowStdin = allowStdin
        self.stopOnError = stopOnError
    }

    enum CodingKeys: String, CodingKey {
        case code, silent
        case storeHistory = "store_history"
        case userExpressions = "user_expressions"
        case allowStdin = "allow_stdin"
        case stopOnError = "stop_on_error"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            code: try container.decode(String.self, forKey: .code),
            silent: try container.value(.silent, default: false),
            storeHistory: try container.decodeIfPresent(Bool.self, forKey: .storeHistory),
            userExpressions: try container.value(.userExpressions, default: [:]),
            allowStdin: try container.value(.allowStdin, default: false),
            stopOnError: try container.value(.stopOnError, default: true))
    }
}

/// Tells every front end what is about to run.
package struct ExecuteInput: MessageContent {
    package static let messageType = "execute_input"
    package var code: String
    package var executionCount: Int

    package init(code: String, executionCount: Int) {
        self.code = code
        self.executionCount = executionCount
    }

    enum CodingKeys: String, CodingKey {
        case code
        case executionCount = "execution_count"
    }
}

extension ExecuteInput: JSONWritable {
    func write(to bytes: inout [UInt8]) {
        JSONValue.object(["code": .string(code), "execution_count": .integer(executionCount)]).write(to: &bytes)
    }
}

/// The value of a cell's last expression.
package struct ExecuteResult: MessageContent {
    package static let messageType = "execute_result"
    package var executionCount: Int
    package var data: [String: JSONValue]
    package var metadata: [String: JSONValue]

    package init(executionCount: Int, _ content: MIMEContent) {
        self.executionCount = executionCount
        data = content.data
        metadata = content.metadata
    }

    enum CodingKeys: String, CodingKey {
        case executionCount = "execution_count"
        case data, metadata
    }
}

extension ExecuteResult: JSONWritable {
    func write(to bytes: inout [UInt8]) {
        JSONValue.object([
            "data": .object(data), "execution_count": .integer(executionCount), "metadata": .object(metadata),
        ]).write(to: &bytes)
    }
}
