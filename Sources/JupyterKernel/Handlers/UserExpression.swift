internal import JupyterProtocol

/// The answer to one of a request's user expressions.
enum UserExpression {
    static func value(_ content: MIMEContent) -> JSONValue {
        ["status": "ok", "data": .object(content.data), "metadata": .object(content.metadata)]
    }

    static func error(_ error: ErrorContent) -> JSONValue {
        [
            "status": "error", "ename": .string(error.name), "evalue": .string(error.value),
            "traceback": .array(error.traceback.map { .string($0) }),
        ]
    }
}
