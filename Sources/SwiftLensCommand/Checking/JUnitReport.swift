internal import FileSafety
internal import TextFormats

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
            "  <testsuite name=\"\(HTMLText.escaped(result.path))\" tests=\"\(result.cells.count + (hasProblem ? 1 : 0))\" "
            + "failures=\"\(failures)\" errors=\"\(hasProblem ? 1 : 0)\" skipped=\"\(skipped)\">\n"
        let problem = result.problem.map { problem in
            "    <testcase name=\"notebook\" classname=\"\(HTMLText.escaped(result.path))\">"
                + "<error message=\"\(HTMLText.escaped(problem))\"/></testcase>\n"
        }
        let cells = result.cells.map { cell(result.path, $0) }.joined()
        let notes =
            result.notes.isEmpty
            ? "" : "    <system-out>\(HTMLText.escaped(result.notes.joined(separator: "\n")))</system-out>\n"
        return head + (problem ?? "") + cells + notes + "  </testsuite>\n"
    }

    private func cell(_ path: String, _ cell: CheckResult.Cell) -> String {
        let start = "    <testcase name=\"\(HTMLText.escaped(cell.name))\" classname=\"\(HTMLText.escaped(path))\""
        if let skipped = cell.skipped {
            return start + "><skipped message=\"\(HTMLText.escaped(skipped))\"/></testcase>\n"
        }
        guard let first = cell.differences.first else { return start + "/>\n" }
        return start + "><failure message=\"\(HTMLText.escaped(first))\">"
            + HTMLText.escaped(cell.differences.joined(separator: "\n")) + "</failure></testcase>\n"
    }
}
