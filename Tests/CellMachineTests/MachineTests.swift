import CellChecking
import CellHost
import CellMachine
import CellMeaning
import CellStandardLibrary
import CellSyntax
import CellValues
import SessionSafety
import TestSupport
import Testing

/// Checked cells that run, without a session around them.
struct MachineTests {
    /// What the last expression of a cell gives, and what was declared meanwhile.
    private func run(_ text: String, stop: StopFlag = StopFlag()) -> Result<
        (value: CellValue, declared: [String]), any Error
    > {
        onDeepStack {
            Result {
                let library = HostLibrary.standard()
                library.declare("func halt()") { () -> Void in stop.request() }
                let source = SourceText(text)
                let cell = Checker(linker: HostLinker(library: library), names: SessionNames())
                    .check(CellParser.parse(source))
                try #require(cell.diagnostics.isEmpty)
                let machine = Machine(library: library, stop: stop)
                machine.adopt(stackLimit: ThreadStack.limit)
                let compiler = CellCompiler(machine: machine, source: source)
                try compiler.compile(cell.functions, cell.staticValues)
                var declared: [String] = []
                let shown = try CellRun(cell, compiler) { declared.append($0.name) }.run()
                return (shown?.value ?? .void, declared)
            }
        }
    }

    @Test func aRunGivesTheLastValueAndTellsWhatItDeclared() throws {
        let result = try run(
            "let a = 6\nfunc f(_ n: Int) -> Int { n < 2 ? n : f(n - 1) + f(n - 2) }\nvar b = f(a)\na * b"
        ).get()
        #expect(try Int.fromCell(result.value) == 48)
        #expect(result.declared == ["a", "b"])
    }

    @Test func anErrorKnowsItsPlaceAndTheCallsThatItCameThrough() throws {
        let error = try #require(throws: CellFailure.self) {
            try run("func f(_ i: Int) -> Int { [1][i] }\nfunc g() -> Int { f(3) }\ng()").get()
        }
        #expect(error.site?.span.start == 26)
        #expect(error.calls.map(\.function) == ["f(_:)", "g()"] || error.calls.map(\.function) == ["f", "g"])
        #expect(error.cause is CellRuntimeError)
    }

    @Test func aStopEndsALoop() {
        #expect(throws: (any Error).self) { try run("halt()\nwhile true {}").get() }
    }

    @Test func recursionEndsWithAnError() {
        #expect(throws: CellFailure.self) { try run("func f(_ n: Int) -> Int { f(n + 1) + 1 }\nf(0)").get() }
    }
}
