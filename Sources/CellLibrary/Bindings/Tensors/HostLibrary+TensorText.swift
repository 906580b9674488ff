internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// Tensors as text that other programs read.
    func bindTensorText() {
        let labels = "rowLabels: [String]? = nil, columnLabels: [String]? = nil"
        declare(
            """
            /// The elements as comma-separated text, a line per row: `try map.toCSV(columnLabels: model.allHeadLabels)`.
            func toCSV(\(labels)) throws -> String
            """, on: "Tensor"
        ) { (t: Tensor, rows: [String]?, columns: [String]?) in try t.toCSV(rowLabels: rows, columnLabels: columns) }
        declare(
            """
            /// Writes the elements to a comma-separated file: `try patchedHeads.toCSV(to: "heads.csv")`.
            func toCSV(to path: String, \(labels)) throws
            """, on: "Tensor"
        ) { (t: Tensor, path: String, rows: [String]?, columns: [String]?) in
            try t.toCSV(to: path, rowLabels: rows, columnLabels: columns)
        }
        declare(
            "/// The elements as JSON, nested arrays: `Tensor([[1, 2]]).toJSON()`.\nfunc toJSON() -> String",
            on: "Tensor"
        ) { (t: Tensor) in
            t.toJSON()
        }
        declare(
            "/// Writes the elements to a JSON file: `try map.toJSON(to: \"map.json\")`.\nfunc toJSON(to path: String) throws",
            on: "Tensor"
        ) { (t: Tensor, path: String) in try t.toJSON(to: path) }
        declare("/// The elements as an HTML table: `t.htmlTable`.\nvar htmlTable: String", on: "Tensor") {
            (t: Tensor) in t.htmlTable
        }
    }
}
