package import TextFormats

/// One cell: text, and of code what it showed.
package struct NotebookCell: Sendable, Equatable {
    package enum Kind: String, Sendable { case code, markdown, raw }

    package let kind: Kind
    /// All that the file says of the cell.
    package private(set) var members: JSONObject

    /// A code cell that has not run.
    package init(code: String, id: String?, tags: [String] = []) {
        kind = .code
        members = JSONObject(["cell_type": "code", "execution_count": .null])
        members["id"] = id.map { .string($0) }
        let tagList = JSONNode.array(tags.map { .string($0) })
        members["metadata"] = .object(tags.isEmpty ? JSONObject() : JSONObject(["tags": tagList]))
        members["outputs"] = .array([])
        members["source"] = MultilineText.node(code)
    }

    init(_ node: JSONNode, at place: String) throws {
        guard let members = node.object else {
            throw NotebookError("is \(node.kind), and an object is needed", at: place)
        }
        guard let type = members["cell_type"]?.string else {
            throw NotebookError("has no \"cell_type\"", at: place)
        }
        guard let kind = Kind(rawValue: type) else {
            throw NotebookError("is \"\(type)\"; code, markdown and raw are known", at: place + ".cell_type")
        }
        self.kind = kind
        self.members = members
        try checkMembers(at: place)
    }

    private func checkMembers(at place: String) throws {
        guard let source = members["source"] else { throw NotebookError("has no \"source\"", at: place) }
        try MultilineText.check(source, at: place + ".source")
        if let metadata = members["metadata"], metadata.object == nil {
            throw NotebookError("is \(metadata.kind), and an object is needed", at: place + ".metadata")
        }
        if let id = members["id"], id.string == nil {
            throw NotebookError("is \(id.kind), and text is needed", at: place + ".id")
        }
        guard kind == .code, let outputs = members["outputs"] else { return }
        guard let list = outputs.array else {
            throw NotebookError("is \(outputs.kind), and a list is needed", at: place + ".outputs")
        }
        for (index, output) in list.enumerated() { _ = try NotebookOutput(output, at: "\(place).outputs[\(index)]") }
    }

    /// The name that a cell keeps when others come before it; since format 4.5.
    package var id: String? { members["id"]?.string }

    package var source: String {
        get { members["source"].flatMap(MultilineText.text) ?? "" }
        set { members["source"] = MultilineText.node(newValue) }
    }

    package var metadata: JSONObject {
        get { members["metadata"]?.object ?? JSONObject() }
        set { members["metadata"] = .object(newValue) }
    }

    /// The labels that its author gave it, such as `raises-exception`.
    package var tags: [String] { (metadata["tags"]?.array ?? []).compactMap(\.string) }

    /// The number in its brackets; nil for one that has not run.
    package var executionCount: Int? {
        get { members["execution_count"]?.integer }
        set { members["execution_count"] = newValue.map { .init($0) } ?? .null }
    }

    /// What it showed; none for text.
    package var outputs: [NotebookOutput] {
        get {
            (members["outputs"]?.array ?? []).compactMap { try? NotebookOutput($0, at: "") }
        }
        set { members["outputs"] = .array(newValue.map { .object($0.members) }) }
    }
}
