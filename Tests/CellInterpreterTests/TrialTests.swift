import CellHost
import CellInterpreter
import CellStandardLibrary
import TestSupport
import Testing

/// What the checker tries and drops leaves nothing behind. Set `FUZZ_ROUNDS` for a longer search;
/// `Tools/cells/trials.py` compares more of this kind with swiftc.
@Suite struct TrialTests {
    /// What an expression is worth does not depend on how often it was tried for something else.
    @Test func anExpressionIsTheSameWithinOthers() {
        run { interpreter, output in
            var grammar = TrialGrammar(seed: 12)
            for _ in 0..<Mutations.rounds(400) {
                let (text, type) = grammar.expression()
                let whole = grammar.wrapped(text, type, depth: 1...4).text
                let alone = interpreter.run("print(\(text) as \(type) as Any)").error
                let expected = output.takeLines()
                let error = interpreter.run("let result: \(type) = \(whole)\nprint(result as Any)").error
                #expect(alone == nil && error == nil, "\(whole): \(error?.traceback.first ?? "")")
                #expect(output.takeLines() == expected, "\(whole)")
            }
        }
    }

    /// A mistake is told once, where it stands, and nothing else is: not what another overload would have made of it.
    @Test func oneMistakeIsOneError() {
        run { interpreter, _ in
            var grammar = TrialGrammar(seed: 13)
            for _ in 0..<Mutations.rounds(400) {
                let (text, offset) = grammar.mistake()
                let (whole, place) = grammar.wrapped(text, "Int", depth: 0...3)
                let lines = interpreter.run("let result = \(whole)", name: "cell").error?.traceback ?? []
                let told = lines.filter { $0.contains(": error: ") }
                let expected = "cell:1:\(14 + place + offset): error: "
                #expect(told.count == 1 && told[0].hasPrefix(expected), "\(whole): \(told)")
            }
        }
    }

    private func run(_ body: @escaping (Interpreter, RecordedOutput) -> Void) {
        onDeepStack {
            let output = RecordedOutput()
            let interpreter = Interpreter(library: .standard(), output: output)
            #expect(interpreter.run(TrialGrammar.declarations).error == nil)
            body(interpreter, output)
        }
    }
}
