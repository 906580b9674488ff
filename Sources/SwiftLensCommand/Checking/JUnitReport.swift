internal import FileSafety

/// What came of checking, in the XML that continuous integration reads: a suite per notebook, a case per cell.
struct JUnitReport {
    private let results: [CheckResult]

    init(_ results: [CheckResult]) { self.results = results }

    /// - Throws: ``CommandError`` that names the file.
    func write(to path: String) throws {
        do {
            let bytes = Array(text.utf8)
            try WrittenFile.write(to: path) { try $0.append(bytes) }
        } catch let error as FileError {
            throw CommandError("cannot write \(error)")
        }
    }

    var text: String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" + results.map(suite).joined() + "</testsuites>\n"
    }

    private func suite(_ result: CheckResult) -> String {
        let failures = result.cells.count { !$0.differences.isEmpty }
        let skipped = result.cells.count { $0.skipped != nil }
        let hasProblem = result.problem != nil
        let head =
            "  <testsuite name=\"\(escaped(result.path))\" tests=\"\(result.cells.count + (hasProblem ? 1 : 0))\" "
            + "failures=\"\(failures)\" errors=\"\(hasProblem ? 1 : 0)\" skipped=\"\(skipped)\">\n"
        let problem = result.problem.map { problem in
            "    <testcase name=\"notebook\" classname=\"\(escaped(result.path))\">"
                + "<error message=\"\(escaped(problem))\"/></testcase>\n"
        }
        let cells = result.cells.map { cell(result.path, $0) }.joined()
        let notes =
            result.notes.isEmpty
            ? "" : "    <system-out>\(escaped(result.notes.joined(separator: "\n")))</system-out>\n"
        return head + (problem ?? "") + cells + notes + "  </testsuite>\n"
    }

    private func cell(_ path: String, _ cell: CheckResult.Cell) -> String {
        let start = "    <testcase name=\"\(escaped(cell.name))\" classname=\"\(escaped(path))\""
        if let skipped = cell.skipped {
            return start + "><skipped message=\"\(escaped(skipped))\"/></testcase>\n"
        }
        guard let first = cell.differences.first else { return start + "/>\n" }
        return start + "><failure message=\"\(escaped(first))\">"
            + escaped(cell.differences.joined(separator: "\n")) + "</failure></testcase>\n"
    }

    /// Text for XML 1.0, which has no way to write most control characters.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
