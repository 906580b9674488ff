import CellHost
import CellInterpreter
import CellStandardLibrary
import Display
import Foundation
import TestSupport
import Testing

/// The programs in the folder `Cells`, each run as the cells of one session.
@Suite struct CellProgramTests {
    @Test(arguments: CellProgram.all)
    func itDoesWhatItsCommentsSay(_ program: CellProgram) {
        let results = onDeepStack {
            let output = RecordedOutput()
            let interpreter = Interpreter(library: .standard(), output: output)
            return program.cells.enumerated().map { index, cell in
                (interpreter.run(cell.text, name: "\(program.name) cell \(index + 1)"), output.takeLines())
            }
        }
        for (index, (cell, (result, printed))) in zip(program.cells, results).enumerated() {
            check(cell, result, printed, "\(program.name) cell \(index + 1)")
        }
    }

    private func check(_ cell: CellProgram.Cell, _ result: CellResult, _ printed: [String], _ name: String) {
        #expect(printed == cell.printed, "\(name) prints")
        if let error = result.error {
            let lines = error.traceback.filter { $0.contains(": error: ") }
            let text = error.traceback.joined(separator: "\n")
            if cell.diagnostics.isEmpty, cell.failure == nil { Issue.record("\(name) fails:\n\(text)") }
            if error.ename == "CompileError" {
                #expect(lines.count == cell.diagnostics.count, "\(name): one diagnostic for each `error:`\n\(text)")
                for (line, expected) in zip(lines, cell.diagnostics) { check(line, expected, text, name) }
            } else if let failure = cell.failure, let line = lines.first {
                check(line, failure, text, name)
            } else {
                Issue.record("\(name) fails:\n\(text)")
            }
        } else {
            #expect(cell.diagnostics.isEmpty && cell.failure == nil, "\(name) does not fail")
        }
        if let shown = cell.shown.first { #expect(result.bundle?.plain == shown, "\(name) shows") }
    }

    /// A line such as `values/arrays cell 2:3:7: error: …`.
    private func check(_ line: String, _ expected: (line: Int, message: String), _ text: String, _ name: String) {
        let place = line.dropFirst(name.count + 1).prefix { $0.isNumber }
        #expect(Int(place) == expected.line && line.contains(expected.message), "\(name)\n\(text)")
    }
}
