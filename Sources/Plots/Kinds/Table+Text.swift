internal import TensorCore

extension Table {
    /// The table as comma-separated text, its columns' names first.
    ///
    /// ```swift
    /// try saveText(table(rows, columns: ["head", "effect"]).toCSV(), to: "heads.csv")
    /// ```
    public func toCSV() -> String { CSVText.line(columns) + rows.map(CSVText.line).joined() }

    /// The table as a JSON array with an object per row; cells are strings.
    public func toJSON() -> String {
        let objects = rows.map { row in
            let members = zip(columns, row).map { "\(JSONText.string($0)):\(JSONText.string($1))" }
            return "{" + members.joined(separator: ",") + "}"
        }
        return "[" + objects.joined(separator: ",\n") + "]\n"
    }
}
