// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/DataFiles; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension CSVTable: HostObject {}
extension JSON: HostObject {}
extension DataFileError: HostObject {}

extension HostLibrary {
    /// What DataFiles offers to cells.
    func bindDataFiles() {
        bindDataFiles_CSVFile()
        bindDataFiles_JSONFile()
        bindDataFiles_TextFile()
    }

    private func bindDataFiles_CSVFile() {
        type(
            "CSVTable", CSVTable.self,
            doc: """
            A table that was read from a file: columns with names, and rows of text.
            """)
        bind(
            "loadCSV",
            #"""
            /// Reads a table of comma-separated values: `try loadCSV("prompts.csv")["subject"]`.
            ///
            /// The first line has the names of the columns. Fields may stand between quotes (RFC 4180), and then hold commas, line ends
            /// and doubled quotes.
            /// - Parameter separator: what stands between fields; `"\t"` for tab-separated values.
            /// - Throws: `DataFileError` with the line of what is wrong, `FileError` when the file can't be read.
            func loadCSV(_ path: String, separator: String = ",") throws -> CSVTable
            """#
        ) { call in
            try loadCSV(call.value(0, as: String.self), separator: call.value(1, as: String.self)).toCell()
        }
        bind(
            "columns", on: "CSVTable",
            """
            /// The names in the file's first line.
            let columns: [String]
            """
        ) { call in
            try call.value(0, as: CSVTable.self).columns.toCell()
        }
        bind(
            "rows", on: "CSVTable",
            """
            /// Every row has one field per column.
            let rows: [[String]]
            """
        ) { call in
            try call.value(0, as: CSVTable.self).rows.toCell()
        }
        bind(
            "count", on: "CSVTable",
            """
            /// How many rows there are.
            var count: Int
            """
        ) { call in
            try call.value(0, as: CSVTable.self).count.toCell()
        }
        bind(
            "subscript", on: "CSVTable",
            """
            /// The fields of one column: `table["subject"]`.
            /// - Throws: `DataFileError` that names the columns there are.
            subscript(_ column: String) -> [String] { get throws }
            """
        ) { call in
            try call.value(0, as: CSVTable.self)[call.value(1, as: String.self)].toCell()
        }
        bind(
            "numbers", on: "CSVTable",
            """
            /// The numbers of one column: `try table.numbers("effect")`.
            /// - Throws: `DataFileError` for a column that is not there, and with the row of what is no number.
            func numbers(_ column: String) throws -> [Double]
            """
        ) { call in
            try call.value(0, as: CSVTable.self).numbers(call.value(1, as: String.self)).toCell()
        }
    }

    private func bindDataFiles_JSONFile() {
        type(
            "JSON", JSON.self,
            doc: """
            A value of a JSON file: `json["layers"]?[0]?.int`.
            """,
            describe: { $0.description })
        bind(
            "loadJSON",
            """
            /// Reads a JSON file: `try loadJSON("settings.json")["model"]?.string`.
            ///
            /// - Throws: `DataFileError` with the line of what is no JSON, `FileError` when the file can't be read.
            func loadJSON(_ path: String) throws -> JSON
            """
        ) { call in
            try loadJSON(call.value(0, as: String.self)).toCell()
        }
        bind(
            "loadJSONLines",
            """
            /// Reads a file with a JSON value on each line: `try loadJSONLines("cases.jsonl").map { $0["text"]?.string }`.
            ///
            /// - Throws: `DataFileError` with the line of what is no JSON, `FileError` when the file can't be read.
            func loadJSONLines(_ path: String) throws -> [JSON]
            """
        ) { call in
            try loadJSONLines(call.value(0, as: String.self)).toCell()
        }
        bind(
            "subscript", on: "JSON",
            """
            /// The member of that name; nil when there is none, or this is no object: `json["name"]?.string`.
            subscript(_ name: String) -> JSON?
            """
        ) { call in
            try call.value(0, as: JSON.self)[call.value(1, as: String.self)].toCell()
        }
        bind(
            "subscript", on: "JSON",
            """
            /// The element at that place; nil when there is none, or this is no list: `json[0]?.int`.
            subscript(_ index: Int) -> JSON?
            """
        ) { call in
            try call.value(0, as: JSON.self)[call.value(1, as: Int.self)].toCell()
        }
        bind(
            "string", on: "JSON",
            """
            /// The text, when this is text.
            var string: String?
            """
        ) { call in
            try call.value(0, as: JSON.self).string.toCell()
        }
        bind(
            "int", on: "JSON",
            """
            /// The whole number, when this is one.
            var int: Int?
            """
        ) { call in
            try call.value(0, as: JSON.self).int.toCell()
        }
        bind(
            "double", on: "JSON",
            """
            /// The number, when this is one.
            var double: Double?
            """
        ) { call in
            try call.value(0, as: JSON.self).double.toCell()
        }
        bind(
            "bool", on: "JSON",
            """
            /// The truth value, when this is one.
            var bool: Bool?
            """
        ) { call in
            try call.value(0, as: JSON.self).bool.toCell()
        }
        bind(
            "array", on: "JSON",
            """
            /// The elements, when this is a list.
            var array: [JSON]?
            """
        ) { call in
            try call.value(0, as: JSON.self).array.toCell()
        }
        bind(
            "keys", on: "JSON",
            """
            /// The names of the members in the file's order; none when this is no object.
            var keys: [String]
            """
        ) { call in
            try call.value(0, as: JSON.self).keys.toCell()
        }
        bind(
            "isNull", on: "JSON",
            """
            /// Whether this is null.
            var isNull: Bool
            """
        ) { call in
            try call.value(0, as: JSON.self).isNull.toCell()
        }
        bind(
            "description", on: "JSON",
            """
            /// The value as JSON: `print(json)`.
            var description: String
            """
        ) { call in
            try call.value(0, as: JSON.self).description.toCell()
        }
    }

    private func bindDataFiles_TextFile() {
        type(
            "DataFileError", DataFileError.self,
            doc: """
            What is wrong with a file of data, and where.
            """,
            describe: { $0.description })
        bind(
            "loadText",
            #"""
            /// Reads a file of text in UTF-8: `try loadText("prompts.txt").split(separator: "\n")`.
            ///
            /// It is read piece by piece, so that a stop is heard, and only when memory has room for it.
            /// - Throws: `DataFileError` with the place of what is no text, `FileError` when the file can't be read.
            func loadText(_ path: String) throws -> String
            """#
        ) { call in
            try loadText(call.value(0, as: String.self)).toCell()
        }
        bind(
            "path", on: "DataFileError",
            """
            /// The path as it was given.
            let path: String
            """
        ) { call in
            try call.value(0, as: DataFileError.self).path.toCell()
        }
        bind(
            "line", on: "DataFileError",
            """
            /// The line, from 1; nil for the file as a whole.
            let line: Int?
            """
        ) { call in
            try call.value(0, as: DataFileError.self).line.toCell()
        }
        bind(
            "problem", on: "DataFileError",
            """
            /// What is wrong.
            let problem: String
            """
        ) { call in
            try call.value(0, as: DataFileError.self).problem.toCell()
        }
        bind(
            "description", on: "DataFileError",
            """
            /// The sentence that a user reads.
            var description: String
            """
        ) { call in
            try call.value(0, as: DataFileError.self).description.toCell()
        }
    }
}
