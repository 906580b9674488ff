import CellHost
import CellInterpreter
import CellLibrary
import Display
import SessionSafety
import Synchronization
import TestSupport
import Testing

@Suite struct ProgramTests {
    @Test(arguments: Program.all)
    func cellsDoWhatTheCompiledProgramDoes(_ program: Program) throws {
        let (expected, expectedDisplays) = try compiled(program)
        #expect(!program.body.isEmpty && !expected.isEmpty)

        let display = RecordedDisplay()
        let (text, error) = onDeepStack { Self.cell(program.body, display) }
        #expect(error == nil, "\(error ?? "")")
        expectSame(text.split(separator: "\n").map(String.init), expected.split(separator: "\n").map(String.init))
        expectSame(display.take(), expectedDisplays)
    }

    /// What the compiled program prints and shows. Its long calls show their bars too, as those of cells do.
    private func compiled(_ program: Program) throws -> (printed: String, shown: [String]) {
        let (session, display) = (Session(), RecordedDisplay())
        return try session.run {
            DisplayOutputs.current = display
            HostLibrary.swiftLens().begin?()
            try program.run()
            return (Printed.current.text.withLock { $0 }, display.take())
        }
    }

    /// What a cell prints, and its error if it has one.
    private static func cell(_ body: String, _ display: RecordedDisplay) -> (String, String?) {
        let output = RecordedCells()
        let interpreter = Interpreter(library: .swiftLens(), output: output)
        interpreter.session.run { DisplayOutputs.current = display }
        _ = interpreter.run("let weights = \"\(Programs.weights)\"; let file = \"\(Programs.file)\"")
        let result = interpreter.run(body, name: "cell")
        return (output.text, result.error?.traceback.joined(separator: "\n"))
    }

    private func expectSame(_ actual: [String], _ expected: [String]) {
        #expect(actual.count == expected.count)
        for (a, b) in zip(actual, expected) { #expect(saySame(a, b), "the cell: \(a)\nthe program: \(b)") }
    }
}
