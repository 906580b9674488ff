internal import TextFormats

/// Compares what a cell showed when it was saved with what it shows now.
///
/// ```swift
/// try CellComparison(Tolerance()).differences(cell.outputs, fresh)
/// ```
/// Printed text is compared stream by stream, whatever pieces it came in. Progress and times are left out.
package struct CellComparison {
    let tolerance: Tolerance
    /// The cell's text: what commands such as `%time` print is left out.
    let source: String

    package init(_ tolerance: Tolerance, source: String = "") {
        self.tolerance = tolerance
        self.source = source
    }

    /// - Throws: `Interrupted`.
    package func differences(_ stored: [NotebookOutput], _ fresh: [NotebookOutput]) throws -> [Difference] {
        let (old, new) = (Shown(stored, source: source), Shown(fresh, source: source))
        let text = TextComparison(tolerance: tolerance)
        var differences = try text.differences(old.printed, new.printed, at: "printed text")
        differences += try text.differences(old.complaints, new.complaints, at: "standard error")
        let shown = ShownComparison(tolerance)
        for (number, pair) in zip(old.bundles, new.bundles).enumerated() {
            let place = max(old.bundles.count, new.bundles.count) == 1 ? "output" : "output \(number + 1)"
            differences += try shown.differences(pair.0, pair.1, at: place)
        }
        if old.bundles.count != new.bundles.count {
            differences.append(Difference("number of outputs", "\(old.bundles.count)", "\(new.bundles.count)"))
        }
        if old.error != new.error {
            differences.append(Difference("error", old.error ?? "none", new.error ?? "none"))
        }
        return differences
    }
}

/// What a cell showed, sorted.
private struct Shown {
    var printed = ""
    var complaints = ""
    var bundles: [JSONObject] = []
    var error: String?

    init(_ outputs: [NotebookOutput], source: String) {
        for output in outputs {
            switch output.content {
            case .stream("stderr", let text): complaints += text
            case .stream(_, let text): printed += text
            case .shown(let data, _, _): if !Self.isPassing(data) { bundles.append(data) }
            case .error(let name, let message, _): error = "\(name): \(message)"
            case .unknown: bundles.append(output.members)
            }
        }
        guard source.contains("%time") else { return }
        printed = printed.split(separator: "\n", omittingEmptySubsequences: false).filter { !Self.isTime($0) }
            .joined(separator: "\n")
    }

    /// Progress, and how much memory is in use.
    private static func isPassing(_ data: JSONObject) -> Bool {
        if data["text/html"]?.string?.contains("class=\"swiftlens-progress") == true { return true }
        let plain = data["text/plain"]?.string ?? ""
        return plain.prefixMatch(of: /[0-9]+ MiB (in use|at most so far)/) != nil
    }

    /// What `%time` and `%timeit` print.
    private static func isTime(_ line: Substring) -> Bool {
        line.hasPrefix("CPU times: ") || line.hasPrefix("Wall time: ")
            || line.contains(" per loop (mean ± std. dev. of ")
    }
}
