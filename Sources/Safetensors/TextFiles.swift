internal import FileSafety
public import TensorCore

/// Writes a text to a file, in UTF-8.
///
/// ```swift
/// try saveText(sweep.toCSV(), to: "sweep.csv")
/// ```
/// The file appears only when it is complete; one that was there before gets the new content, and keeps its mode, owner
/// and links. Pipes and devices are written to.
/// - Throws: ``FileError`` when the file can't be written.
public func saveText(_ text: String, to path: String) throws {
    try WrittenFile.write(to: path.expandingHome) { try $0.append(Array(text.utf8)) }
}

extension Tensor {
    /// Writes the elements to a comma-separated file; see `toCSV(rowLabels:columnLabels:)`.
    ///
    /// ```swift
    /// try patchedHeads.toCSV(to: "heads.csv")
    /// ```
    public func toCSV(to path: String, rowLabels: [String]? = nil, columnLabels: [String]? = nil) throws {
        try saveText(toCSV(rowLabels: rowLabels, columnLabels: columnLabels), to: path)
    }

    /// Writes the elements to a JSON file, as nested arrays.
    ///
    /// ```swift
    /// try patchedHeads.toJSON(to: "heads.json")
    /// ```
    public func toJSON(to path: String) throws { try saveText(toJSON(), to: path) }
}
