import CellInterpreter
import SessionSafety
import Testing

extension RunningCells {
    /// Whatever of the standard library goes over a large value looks at the stop flag meanwhile: asked by counting the
    /// looks, of every declaration in the table, those of later ones too.
    @Suite struct StopLooksTests {
        @Test func everyDeclarationLooksAtTheStopFlagOrTakesNoTimeOfItsOwn() throws {
            let (blind, idle) = onDeepStack { looks() }
            #expect(blind == [], "these go over \(StandardCall.size) elements without looking")
            #expect(idle == [], "these are listed as taking no time, but look")
        }

        @Test func everyKindOfParameterHasASample() {
            let unknown = HostLibrary().texts.compactMap { StandardCall(owner: $0.owner, text: $0.text).unknown }
            #expect(Set(unknown) == [])
        }

        @Test(arguments: [
            "print(numbers)", "_ = \"\\(numbers)\"", "numbers", "numbers == Array(numbers.reversed()).reversed()",
            "%who",
            "for case -1 in numbers {}", "_ = [numbers: 1]", "let copy: [Any] = numbers", "_ = numbers as [Int?]",
        ])
        func soDoesWhatTheLanguageItselfDoesWithValues(_ cell: String) throws {
            let looks = onDeepStack {
                let interpreter = Interpreter(library: HostLibrary(), output: RecordedOutput())
                interpreter.run(StandardCall.setting)
                return Interruption.countingLooks { interpreter.run(cell) }
            }
            #expect(looks.value.error == nil)
            #expect(looks.looks >= StandardCall.size / 8192)
        }

        /// The declarations that do not look, and those that were expected not to.
        private func looks() -> (blind: [String], idle: [String]) {
            var (blind, idle): (Set<String>, Set<String>) = ([], Self.constant)
            for declaration in HostLibrary().texts {
                let call = StandardCall(owner: declaration.owner, text: declaration.text)
                guard let line = call.line else {
                    idle.remove(call.name)
                    continue
                }
                let interpreter = Interpreter(library: HostLibrary(), output: RecordedOutput())
                interpreter.run(StandardCall.setting)
                let (result, looks) = Interruption.countingLooks { interpreter.run(line) }
                if let error = result.error { blind.insert("\(call.name) cannot be tried: \(line): \(error.evalue)") }
                let isBlind = looks < StandardCall.size / 8192
                if isBlind { idle.remove(call.name) }
                if isBlind, !Self.constant.contains(call.name) { blind.insert("\(call.name): \(line)") }
            }
            return (blind.sorted(), idle.sorted())
        }

        /// What takes the same time for any number of elements, or does one copy of memory.
        private static let constant: Set<String> = []
    }
}
