internal import TextFormats
internal import JupyterKernel
internal import JupyterProtocol
internal import Notebooks

/// The outputs of a notebook's cells as they grow, by the rules of front ends.
struct CellOutputs {
    private var cells: [[NotebookOutput]]
    /// Where something stands that was shown under an id.
    private var places: [String: [(cell: Int, output: Int)]] = [:]
    /// A cell whose outputs go when the next one comes.
    private var clearedCell: Int?

    init(count: Int) { cells = Array(repeating: [], count: count) }

    func ofCell(_ cell: Int) -> [NotebookOutput] { cells[cell] }

    mutating func add(_ entries: [RecordedOutput.Entry], toCell cell: Int) {
        for entry in entries {
            switch entry {
            case .printed(let text, let stream): print(text, stream == .standardOutput ? "stdout" : "stderr", cell)
            case .shown(let content, let id):
                append(.shown(data: content.data.node, metadata: content.metadata.node, resultOf: nil), cell)
                if let id { places[id, default: []].append((cell, cells[cell].count - 1)) }
            case .updated(let content, let id):
                let new = NotebookOutput.shown(data: content.data.node, metadata: content.metadata.node, resultOf: nil)
                for place in places[id] ?? [] { cells[place.cell][place.output] = new }
            case .cleared(wait: true): clearedCell = cell
            case .cleared: clear(cell)
            }
        }
    }

    mutating func add(_ value: MIMEContent, resultOf count: Int, toCell cell: Int) {
        append(.shown(data: value.data.node, metadata: value.metadata.node, resultOf: count), cell)
    }

    mutating func add(_ error: ErrorContent, toCell cell: Int) {
        append(.error(error.name, error.value, traceback: error.traceback), cell)
    }

    private mutating func print(_ text: String, _ name: String, _ cell: Int) {
        if clearedCell == nil, let last = cells[cell].last, case .stream(name, let before) = last.content {
            cells[cell][cells[cell].count - 1] = .stream(name, before + text)
        } else {
            append(.stream(name, text), cell)
        }
    }

    private mutating func append(_ output: NotebookOutput, _ cell: Int) {
        if clearedCell == cell { clear(cell) }
        clearedCell = nil
        cells[cell].append(output)
    }

    private mutating func clear(_ cell: Int) {
        cells[cell] = []
        places = places.mapValues { $0.filter { $0.cell != cell } }
    }
}

extension [String: JSONValue] {
    /// The same in the order of the names, as Jupyter keeps it.
    fileprivate var node: JSONObject {
        var object = JSONObject()
        for (name, value) in sorted(by: { $0.key < $1.key }) { object[name] = value.node }
        return object
    }
}

extension JSONValue {
    fileprivate var node: JSONNode {
        switch self {
        case .null: .null
        case .bool(let value): .boolean(value)
        case .integer(let value): .init(value)
        case .number(let value): .number("\(value)")
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.node))
        case .object(let members): .object(members.node)
        }
    }
}
