import CellInterpreter
import CellLibrary
import Display
import Foundation
import Synchronization
import TestSupport
import Testing

/// The tests that run cells, one after the other: the place for shown values is one for the whole process.
@Suite(.serialized) enum RunningCells {}

extension RunningCells {
    @Suite struct ProgramTests {
        @Test(arguments: Program.all)
        func cellsDoWhatTheCompiledProgramDoes(_ program: Program) throws {
            let display = RecordedDisplay()
            let earlier = DisplayOutputs.current
            DisplayOutputs.current = display
            defer { DisplayOutputs.current = earlier }

            // Long calls show their bars in the compiled program too.
            _ = HostLibrary.swiftLens()
            printed.withLock { $0 = "" }
            try program.run()
            let (expected, expectedDisplays) = (printed.withLock { $0 }, display.take())
            #expect(!program.body.isEmpty && !expected.isEmpty)

            let (text, error) = onDeepStack { Self.cell(program.body) }
            #expect(error == nil, "\(error ?? "")")
            expectSame(text.split(separator: "\n").map(String.init), expected.split(separator: "\n").map(String.init))
            expectSame(display.take(), expectedDisplays)
        }

        /// What a cell prints, and its error if it has one.
        private static func cell(_ body: String) -> (String, String?) {
            let output = RecordedCells()
            let interpreter = Interpreter(library: .swiftLens(), output: output)
            _ = interpreter.run("let weights = \"\(Programs.weights)\"; let file = \"\(Programs.file)\"")
            let result = interpreter.run(body, name: "cell")
            return (output.text, result.error?.traceback.joined(separator: "\n"))
        }

        private func expectSame(_ actual: [String], _ expected: [String]) {
            #expect(actual.count == expected.count)
            for (a, b) in zip(actual, expected) { #expect(saySame(a, b), "the cell: \(a)\nthe program: \(b)") }
        }
    }
}
