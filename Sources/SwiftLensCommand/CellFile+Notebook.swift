internal import JupyterProtocol

extension CellFile {
    /// The code cells of a notebook in Jupyter's format 4.
    /// - Throws: ``CommandError`` that names the file and what it is not.
    init(notebook: [UInt8], name: String) throws {
        guard let document = try? JSON.decode(JSONValue.self, from: notebook), let cells = document["cells"]?.array
        else {
            throw CommandError("\(name) is no notebook of format 4")
        }
        let code = cells.filter { $0["cell_type"] == "code" }
        self.init(
            cells: code.enumerated().map { number, cell in
                Cell(name: "\(name), cell \(number + 1)", text: cell.source, mayFail: cell.isTagged("raises-exception"))
            })
    }
}

extension JSONValue {
    /// A cell's text, which a file may hold as one string or as lines.
    fileprivate var source: String {
        let source = self["source"]
        return source?.string ?? (source?.array ?? []).compactMap(\.string).joined()
    }

    fileprivate func isTagged(_ tag: String) -> Bool {
        self["metadata"]?["tags"]?.array?.contains(.string(tag)) ?? false
    }
}
