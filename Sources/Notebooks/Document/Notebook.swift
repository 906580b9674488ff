package import TextFormats

/// A Jupyter notebook of format 4, with all that it holds.
///
/// ```swift
/// var notebook = try Notebook(bytes)
/// notebook.cells[0].source = "let layer = 5"
/// try WrittenFile.write(to: path) { try $0.append(notebook.bytes()) }
/// ```
/// What this type has no name for is kept, in its place: members of any name, their order, the text of numbers, the file's
/// indentation.
package struct Notebook: Sendable, Equatable {
    package var cells: [NotebookCell]
    /// Everything else. `cells` stands there as an empty list, for its place.
    var rest: JSONObject
    var layout = NotebookLayout()

    /// A notebook of format 4.5 for this kernel.
    package init(cells: [NotebookCell] = []) {
        self.cells = cells
        rest = JSONObject(["cells": .array([]), "metadata": .object(JSONObject()), "nbformat": .init(4)])
        rest["nbformat_minor"] = .init(5)
    }

    /// What is known of the notebook as a whole, such as its kernel.
    package var metadata: JSONObject {
        get { rest["metadata"]?.object ?? JSONObject() }
        set { rest["metadata"] = .object(newValue) }
    }

    /// The 5 of format 4.5.
    package var minorFormat: Int { rest["nbformat_minor"]?.integer ?? 0 }

    /// Whether each cell has an id: since format 4.5.
    package var cellsHaveIDs: Bool { minorFormat >= 5 }

    /// The places of the cells that run, in their order.
    package var codeCells: [Int] { cells.indices.filter { cells[$0].kind == .code } }
}
