internal import SessionSafety
internal import TextFormats

extension Table {
    /// The table as comma-separated text, its columns' names first.
    ///
    /// ```swift
    /// try saveText(table(rows, columns: ["head", "effect"]).toCSV(), to: "heads.csv")
    /// ```
    public func toCSV() -> String {
        text(CSVText.line(columns)) { text, row, _ in text += CSVText.line(row) }
    }

    /// The table as a JSON array with an object per row; cells are strings.
    public func toJSON() -> String {
        let names = columns.map(JSONText.string)
        return text("[") { text, row, isFirst in
            let members = zip(names, row).map { "\($0):\(JSONText.string($1))" }
            text += (isFirst ? "{" : ",\n{") + members.joined(separator: ",") + "}"
        } + "]\n"
    }

    /// Every row's part behind `beginning`, unless a stop ends it.
    private func text(_ beginning: String, _ add: (inout String, [String], _ isFirst: Bool) -> Void) -> String {
        Fault.raising(returning: "") {
            var text = beginning
            try Blocks.forEach(0..<rows.count, of: 1024) { block in
                for place in block { add(&text, rows[place], place == 0) }
            }
            return text
        }
    }
}
