internal import CellInterpreter
internal import Notebooks
internal import SessionSafety

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Runs one notebook again, in its folder, and compares.
struct NotebookCheck {
    let tolerance: Tolerance
    /// Whether new outputs are saved.
    let updates: Bool

    init(_ tolerance: Tolerance, updates: Bool) {
        self.tolerance = tolerance
        self.updates = updates
    }

    func result(_ path: String) -> CheckResult {
        var result = CheckResult(path: path)
        do {
            let file = try NotebookFile(path)
            try check(file, &result)
        } catch is Interrupted {
            (result.ending, result.problem) = (.stopped, "stopped")
        } catch {
            result.ending = .unreadable
            // The path stands before it already.
            let problem = "\(error)"
            let named = [path + ": ", path + " "].first(where: problem.hasPrefix) ?? ""
            result.problem = String(problem.dropFirst(named.count))
        }
        return result
    }

    private func check(_ file: NotebookFile, _ result: inout CheckResult) throws {
        let notebook = file.notebook
        let execution = NotebookExecution(notebook) { "cell \($0)" }
        let last = Self.inFolder(file.folder) {
            execution.run { cell, error in cell.tags.contains("raises-exception") || cell.hasSaved(error) }
        }
        if last?.error?.isInterrupt == true {
            (result.ending, result.problem) = (.stopped, "stopped")
            return
        }
        let now = try Provenance.now(in: execution.session)
        result.notes = try Provenance(of: notebook)?.changes(to: now) ?? []
        if try Provenance.isOfOtherOutputs(notebook) {
            result.notes.insert(
                "outputs were changed, or a front end executed it, since it was noted where they come from", at: 0)
        }
        try compare(notebook, execution, &result)
        if !notebook.hasRun {
            result.problem = "was saved without outputs; \(updates ? "they are saved now" : "--update saves them")"
            result.ending = .different
        }
        if updates { try update(file, execution, now, last, &result) }
    }

    private func compare(_ notebook: Notebook, _ execution: NotebookExecution, _ result: inout CheckResult) throws {
        let runs = Dictionary(uniqueKeysWithValues: execution.runs.map { ($0.place, $0) })
        for (index, place) in notebook.codeCells.enumerated() {
            let cell = notebook.cells[place]
            var checked = CheckResult.Cell(number: index + 1, id: cell.id)
            if cell.tags.contains("skip-check") {
                checked.skipped = "tagged skip-check"
            } else if let run = runs[place] {
                let comparison = CellComparison(try tolerance.with(tags: cell.tags), source: cell.source)
                let fresh = execution.outputs(of: run)
                checked.differences = try comparison.differences(cell.outputs, fresh).map(\.description)
            } else {
                checked.skipped = "not run: a cell before it failed"
            }
            if !checked.differences.isEmpty { result.ending = .different }
            result.cells.append(checked)
        }
    }

    private func update(
        _ file: NotebookFile, _ execution: NotebookExecution, _ now: Provenance, _ last: NotebookExecution.CellRun?,
        _ result: inout CheckResult
    ) throws {
        if let last {
            result.notes.append("nothing is saved, because cell \(last.number) fails")
            return
        }
        var notebook = file.notebook
        for (run, cell) in zip(execution.runs, result.cells) {
            notebook.cells[run.place].executionCount = execution.counts[run.place]
            guard !cell.differences.isEmpty || cell.skipped != nil else { continue }
            notebook.cells[run.place].outputs = execution.outputs(of: run)
            result.updated += 1
        }
        try now.write(to: &notebook)
        if notebook != file.notebook { try NotebookFile.write(notebook, to: file.path) }
        result.ending = .same
    }

    /// Runs `body` with the process's current folder being another.
    private static func inFolder<Value>(_ folder: String, _ body: () -> Value) -> Value {
        let before = FileManager.default.currentDirectoryPath
        _ = FileManager.default.changeCurrentDirectoryPath(folder)
        defer { _ = FileManager.default.changeCurrentDirectoryPath(before) }
        return body()
    }
}

extension Notebook {
    /// Whether it was saved with anything that a cell has left.
    fileprivate var hasRun: Bool {
        cells.contains { $0.executionCount != nil || !$0.outputs.isEmpty }
            || !codeCells.contains { !cells[$0].source.allSatisfy(\.isWhitespace) }
    }
}

extension NotebookCell {
    /// Whether the cell was saved with an error of that kind, which then belongs to what it says.
    fileprivate func hasSaved(_ error: CellError) -> Bool {
        outputs.contains { if case .error(error.ename, _, _) = $0.content { true } else { false } }
    }
}
