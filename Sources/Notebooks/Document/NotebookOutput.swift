package import TextFormats

/// One thing that a cell showed.
package struct NotebookOutput: Sendable, Equatable {
    /// All that the file says of it.
    package private(set) var members: JSONObject

    /// What kind of output it is, and what it holds.
    package enum Content: Sendable, Equatable {
        /// Printed text; `stdout` or `stderr`.
        case stream(name: String, text: String)
        /// A thing in several representations, shown on its way or as the cell's value.
        case shown(data: JSONObject, metadata: JSONObject, isResult: Bool)
        case error(name: String, message: String, traceback: [String])
        /// What later formats may have.
        case unknown(String)
    }

    init(_ node: JSONNode, at place: String) throws {
        guard let members = node.object else {
            throw NotebookError("is \(node.kind), and an object is needed", at: place)
        }
        guard let type = members["output_type"]?.string else {
            throw NotebookError("has no \"output_type\"", at: place)
        }
        self.members = members
        switch type {
        case "stream": try MultilineText.check(members["text"] ?? .null, at: place + ".text")
        case "display_data", "execute_result": try Self.checkData(members, at: place)
        default: break
        }
    }

    private static func checkData(_ members: JSONObject, at place: String) throws {
        guard let data = members["data"] else { throw NotebookError("has no \"data\"", at: place) }
        guard let representations = data.object else {
            throw NotebookError("is \(data.kind), and an object is needed", at: place + ".data")
        }
        for (type, value) in representations.members where !isJSON(type) {
            try MultilineText.check(value, at: "\(place).data[\"\(type)\"]")
        }
    }

    /// Whether a representation is a value of any kind, not text.
    private static func isJSON(_ type: String) -> Bool { type == "application/json" || type.hasSuffix("+json") }

    package static func stream(_ name: String, _ text: String) -> NotebookOutput {
        NotebookOutput(
            JSONObject(["name": .string(name), "output_type": "stream", "text": MultilineText.node(text)]))
    }

    /// - Parameter count: the number of the cell whose value it is; nil for what is shown on the way.
    package static func shown(data: JSONObject, metadata: JSONObject, resultOf count: Int?) -> NotebookOutput {
        var representations = JSONObject()
        for (type, value) in data.members { representations[type] = Self.stored(value, type) }
        var members = JSONObject(["data": .object(representations)])
        if let count { members["execution_count"] = .init(count) }
        members["metadata"] = .object(metadata)
        members["output_type"] = .string(count == nil ? "display_data" : "execute_result")
        return NotebookOutput(members)
    }

    package static func error(_ name: String, _ message: String, traceback: [String]) -> NotebookOutput {
        NotebookOutput(
            JSONObject([
                "ename": .string(name), "evalue": .string(message), "output_type": "error",
                "traceback": .array(traceback.map { .string($0) }),
            ]))
    }

    private init(_ members: JSONObject) { self.members = members }

    /// Texts as lines, and pictures of bytes in one piece.
    private static func stored(_ value: JSONNode, _ type: String) -> JSONNode {
        guard let text = value.string, type.hasPrefix("text/") || type == "image/svg+xml" else { return value }
        return MultilineText.node(text)
    }

    package var content: Content {
        let type = members["output_type"]?.string ?? ""
        switch type {
        case "stream":
            return .stream(
                name: members["name"]?.string ?? "stdout", text: members["text"].flatMap(MultilineText.text) ?? "")
        case "display_data", "execute_result":
            var data = JSONObject()
            for (type, value) in (members["data"]?.object ?? JSONObject()).members {
                data[type] = Self.isJSON(type) ? value : MultilineText.text(value).map { .string($0) }
            }
            return .shown(
                data: data, metadata: members["metadata"]?.object ?? JSONObject(), isResult: type == "execute_result")
        case "error":
            return .error(
                name: members["ename"]?.string ?? "", message: members["evalue"]?.string ?? "",
                traceback: (members["traceback"]?.array ?? []).compactMap(\.string))
        default: return .unknown(type)
        }
    }
}
