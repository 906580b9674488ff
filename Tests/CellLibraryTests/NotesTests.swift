import CellInterpreter
import CellLibrary
import TestSupport
import Testing

/// What the library tells beside a result stands under the cell that asked for it.
struct NotesTests {
    @Test func whatWasLeftOutForAModelIsToldUnderTheCellThatLoadsIt() {
        let (first, second) = (WarningOutput(), WarningOutput())
        let cells = [first, second].map { Interpreter(library: .swiftLens(), output: $0) }
        let load = "let model = try HookedTransformer.fromPretrained(\"\(Golden.path("families/llama2/checkpoint"))\")"
        let result = onDeepStack { cells[0].run(load, name: "cell 1") }
        #expect(result.error == nil, "\(result.error?.evalue ?? "")")
        #expect(
            first.errors.hasSuffix(
                "left out of weight processing: centerWritingWeights (norms leave the mean where it is)\n"))
        first.errors = ""
        _ = onDeepStack { cells[0].run("print(model.cfg.nLayers)", name: "cell 2") }
        #expect(first.errors.isEmpty && second.errors.isEmpty)
    }
}
