internal import TextFormats

/// Text in a notebook: a file holds it as one string or as lines.
enum MultilineText {
    static func text(_ node: JSONNode) -> String? {
        switch node {
        case .string(let text): text
        case .array(let lines): lines.reduce(into: "") { $0 += $1.string ?? "" }
        default: nil
        }
    }

    /// The text as Jupyter writes it: a list of lines with their ends.
    static func node(_ text: String) -> JSONNode {
        var lines: [JSONNode] = []
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            line.append(scalar)
            guard scalar == "\n" else { continue }
            lines.append(.string(String(line)))
            line = String.UnicodeScalarView()
        }
        if !line.isEmpty { lines.append(.string(String(line))) }
        return .array(lines)
    }

    /// - Throws: ``NotebookError`` for what is neither text nor lines.
    static func check(_ node: JSONNode, at place: String) throws {
        switch node {
        case .string: return
        case .array(let lines):
            for (index, line) in lines.enumerated() where line.string == nil {
                throw NotebookError("is \(line.kind), and text is needed", at: "\(place)[\(index)]")
            }
        default: throw NotebookError("is \(node.kind), and text or a list of lines is needed", at: place)
        }
    }
}
