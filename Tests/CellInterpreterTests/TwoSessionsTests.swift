import CellHost
import CellInterpreter
import CellStandardLibrary
import CellValues
import Display
import Foundation
import SessionSafety
import Synchronization
import TestSupport
import Testing

/// Two interpreters in one process, each on a thread of its own.
struct TwoSessionsTests {
    /// A session and what it prints, on a thread that has it to itself until ``finish()``.
    private final class Worker: @unchecked Sendable {
        let output = RecordedOutput()
        let interpreter: Interpreter
        private let done = DispatchSemaphore(value: 0)
        private var result: CellResult?

        init() { interpreter = Interpreter(library: .standard(), output: output) }

        func start(_ cells: String...) {
            BackgroundThread.start(stackBytes: 64 << 20) { [self] in
                for cell in cells { result = interpreter.run(cell) }
                done.signal()
            }
        }

        func finish() -> CellResult? {
            done.wait()
            return result
        }

        /// Runs cells to their end, and gives the interpreter away.
        func run(_ first: String, _ second: String) -> Interpreter? {
            start(first, second)
            #expect(finish()?.error == nil)
            return interpreter
        }
    }

    @Test func oneIsStoppedWhileTheOtherGoesOn() {
        let (stopped, other) = (Worker(), Worker())
        stopped.start("print(\"begun\")\nwhile true {}")
        other.start("var s = 0\nfor i in 0..<2_000_000 { s += i & 1 }\ns")
        stopped.interpreter.session.stop.request()
        #expect(stopped.finish()?.error?.isInterrupt == true)
        #expect(other.finish()?.bundle?.plain == "1000000")
        // The stop was meant for what was asked for before it.
        stopped.interpreter.session.stop.clear()
        stopped.start("1 + 1")
        #expect(stopped.finish()?.bundle?.plain == "2")
    }

    @Test func eachPrintsAndShowsInItsOwnPlace() {
        let workers = (0..<2).map { _ in Worker() }
        let shown = workers.map { worker in
            let output = RecordedShowing()
            worker.interpreter.session.run { DisplayOutputs.current = output }
            return output
        }
        for (number, worker) in workers.enumerated() {
            worker.start("for i in 0..<500 { print(\(number), i) }\n%help print\n1")
        }
        for (number, worker) in workers.enumerated() {
            #expect(worker.finish()?.error == nil)
            #expect(worker.output.takeLines() == (0..<500).map { "\(number) \($0)" })
            #expect(shown[number].count == 1)
        }
    }

    @Test func eachExtendsSwiftsTypesForItselfAlone() {
        let (first, second) = (Worker(), Worker())
        first.start("extension Int { var doubled: Int { 2 * self } }", "4.doubled")
        #expect(first.finish()?.bundle?.plain == "8")
        second.start("4.doubled")
        #expect(second.finish()?.error?.ename == "CompileError")
    }

    // MARK: Values of many levels

    private static let deep = """
        indirect enum List { case end; case node(Int, List) }
        func list() -> List { var a = List.end; for i in 0..<1_000_000 { a = .node(i, a) }; return a }
        """

    /// Each ends such values, of all the kinds that hold others, while the other does.
    @Test func deepValuesEndOnTheThreadsOfTheirSessions() {
        let workers = (0..<2).map { _ in Worker() }
        for worker in workers {
            worker.start(
                Self.deep, "var a = list(); a = .end; var b = list(); b = .end",
                "var c: Any = 0; for _ in 0..<600_000 { c = [c] }; c = 0",
                "var f = { 0 }; for _ in 0..<600_000 { let g = f; f = { g() + 1 } }; f = { 1 }; f()")
        }
        for worker in workers { #expect(worker.finish()?.bundle?.plain == "1") }
    }

    /// Whoever has a value may be the last to have it: a thread with little stack, one of the system's, the main one.
    @Test func deepValuesMayBeReleasedOnAnyThread() throws {
        let worker = Worker()
        worker.start(Self.deep, "let kept = [list(), list(), list()]\nkept")
        var value = Handed(worker.finish()?.value)
        #expect(value.box != nil)
        worker.interpreter.reset()
        for stackBytes in [256 << 10, 8 << 20] {
            worker.start(Self.deep, "list()")
            value = Handed(worker.finish()?.value)
            let (handed, done) = (value, DispatchSemaphore(value: 0))
            BackgroundThread.start(stackBytes: stackBytes) {
                handed.drop()
                done.signal()
            }
            done.wait()
        }
        worker.start(Self.deep, "list()")
        let last = Handed(worker.finish()?.value)
        DispatchQueue.concurrentPerform(iterations: 1) { _ in last.drop() }
        // The interpreter itself goes on another thread than its own, with what its variables hold.
        let owner = Handed(nil)
        owner.interpreter = Worker().run(Self.deep, "let a = list()")
        DispatchQueue.global().sync { owner.drop() }
    }

    /// A value on its way to another thread, which lets go of it.
    private final class Handed: @unchecked Sendable {
        var box: CellValue?
        var interpreter: Interpreter?
        init(_ value: CellValue?) { box = value }
        func drop() { (box, interpreter) = (nil, nil) }
    }
}

/// Counts what it is given to show.
private final class RecordedShowing: DisplayOutput {
    private let shown = Atomic<Int>(0)
    var count: Int { shown.load(ordering: .relaxed) }

    func show(_ bundle: MIMEBundle, id: String?) { shown.add(1, ordering: .relaxed) }
    func update(_ bundle: MIMEBundle, id: String) {}
    func clear(wait: Bool) {}
}
