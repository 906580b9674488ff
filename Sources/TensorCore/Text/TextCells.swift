/// One value of a comma-separated file.
package enum CSVText {
    /// `text`, in quotes where it holds a comma, a quote or a line end.
    package static func cell(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Cells side by side.
    package static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\n" }
}

/// One value of a JSON file.
package enum JSONText {
    /// `text` in quotes, with what JSON wants escaped.
    package static func string(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case ..<" ":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
