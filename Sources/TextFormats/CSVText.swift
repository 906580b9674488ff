/// The cells and lines of a comma-separated file.
package enum CSVText {
    /// `text`, in quotes where it holds a comma, a quote or a line end.
    package static func cell(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Cells side by side.
    package static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\n" }
}
