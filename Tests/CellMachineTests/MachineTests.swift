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
    private func run(
        _ text: String, stop: StopFlag = StopFlag(), _ declare: @escaping (HostLibrary) -> Void = { _ in }
    ) -> Result<(value: CellValue, declared: [String]), any Error> {
        onDeepStack {
            Result {
                let library = HostLibrary.standard()
                declare(library)
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

    @Test(
        "What a turn of a loop made is let go of before the next turn",
        arguments: [
            "for _ in 0..<3 { let a = big(); most() }",
            "for _ in [1, 2, 3] { let (a, n) = (big(), 1); most(); if n == 2 { continue } }",
            "var n = 0\nwhile n < 3 { n += 1; guard let a = maybe() else { break }; most(); if n == 1 { continue } }",
            "var n = 0\nrepeat { n += 1; let list = [big()]; let inner = { list.count }; most(); n += inner() } while n < 6",
            "for n in 0..<3 { do { let a = big() }; if n >= 0 { let b = big() }; switch n { default: let c = big(); most() } }",
            "for _ in 0..<3 { switch maybe() { case let a?: most(); case nil: break } }",
            "func f() { for _ in 0..<3 { if let a = maybe() { most() }; for b in [big()] { most() } } }\nf()",
        ])
    func turnsLetGo(_ text: String) throws {
        let (alive, most) = (Counter(), Counter())
        _ = try run(text) { library in
            library.type("Big", Big.self)
            library.declare("func big() -> Big") { Big(counter: alive) }
            library.declare("func maybe() -> Big?") { Big(counter: alive) as Big? }
            library.declare("func most()") { () -> Void in most.value = max(most.value, alive.value) }
        }.get()
        #expect(most.value == 1 && alive.value == 0, "\(most.value) at a time, \(alive.value) left")
    }

    @Test func recursionEndsWithAnError() {
        #expect(throws: CellFailure.self) { try run("func f(_ n: Int) -> Int { f(n + 1) + 1 }\nf(0)").get() }
    }
}

/// How many there are.
private final class Counter {
    var value = 0
}

/// A value that counts itself.
private final class Big: HostObject {
    private let counter: Counter

    init(counter: Counter) {
        self.counter = counter
        counter.value += 1
    }

    deinit { counter.value -= 1 }
}
