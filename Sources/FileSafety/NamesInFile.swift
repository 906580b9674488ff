/// Names that a file has, as errors list them: the first dozen in quotes, and how many more there are.
///
/// ```swift
/// NamesInFile.listed(["wte", "wpe"])        // "wpe", "wte"
/// ```
package enum NamesInFile {
    package static func listed(_ names: [String]) -> String {
        guard !names.isEmpty else { return "none" }
        let shown = names.sorted().prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
        return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
    }
}
