import CellHost
import CellInterpreter
import CellStandardLibrary
import CellSyntax
import Display
import Foundation
import TestSupport
import Testing

/// Cells that are no Swift, or Swift that nobody would write. Set `FUZZ_ROUNDS` for a longer search; the seed makes every
/// run the same. Each search has a process of its own, so that what ends it is told, and its memory has a bound.
@Suite struct HostileInputTests {
    @Test func noCellOfTheGrammarEndsTheSession() async {
        await #expect(processExitsWith: .success) {
            var grammar = CellGrammar(seed: 4)
            search(rounds: Mutations.rounds(1500)) { _ in grammar.cell() }
        }
    }

    /// What swift-syntax says of spaces around `=` had no end to it where one of them is a form feed.
    @Test(arguments: ["\u{0C}", "\u{0B}"]) func aFormFeedBesideAMistakeIsOne(_ feed: String) {
        let text = "print(1 =\(feed) 2)"
        #expect(CellParser.parse(SourceText(text)).diagnostics.map(\.message) == ["invalid character in source file"])
        #expect(CellCompleteness(of: text) == .invalid)
    }

    @Test func noDamagedProgramEndsTheSession() async {
        await #expect(processExitsWith: .success) {
            let programs = CellProgram.all.flatMap { $0.cells.map { Array($0.text.utf8) } }
            var mutations = Mutations(seed: 5)
            search(rounds: Mutations.rounds(1500)) { round in
                String(decoding: mutations.damaged(programs[round % programs.count]), as: UTF8.self)
            }
        }
    }
}

/// Runs, completes and inspects cells in sessions of a hundred each; afterwards each session must still answer.
private func search(rounds: Int, _ make: @escaping (Int) -> String) {
    let late = LateCells(after: 0.3)
    onDeepStack {
        for first in stride(from: 0, to: rounds, by: 100) {
            let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
            for round in first..<min(rounds, first + 100) {
                let text = make(round)
                let middle = text.unicodeScalars.count / 2
                _ = CellCompleteness(of: text)
                _ = interpreter.complete(text, cursor: middle)
                _ = interpreter.inspect(text, cursor: middle)
                _ = late.run(interpreter.session) { interpreter.run(text) }
            }
            #expect(interpreter.run("1 + 1").bundle?.plain == "2")
        }
    }
    // The memory of a process that kept a bound: cells of this kind hold little.
    #expect(peakMegabytes() < 2048)
}

private func peakMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
}
