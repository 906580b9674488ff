internal import Notebooks

extension CellFile {
    /// The code cells of a notebook in Jupyter's format 4.
    /// - Throws: ``CommandError`` that names the file, what is wrong with it and where.
    init(notebook bytes: [UInt8], name: String) throws {
        let notebook: Notebook
        do {
            notebook = try Notebook(bytes)
        } catch let error as NotebookError {
            throw CommandError("\(name)\(error.place.isEmpty ? "" : ":") \(error)")
        }
        let code = notebook.codeCells.map { notebook.cells[$0] }
        self.init(
            cells: code.enumerated().map { number, cell in
                Cell(
                    name: "\(name), cell \(number + 1)", text: cell.source,
                    mayFail: cell.tags.contains("raises-exception"))
            })
    }
}
