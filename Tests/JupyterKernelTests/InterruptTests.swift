import JupyterProtocol
import SessionSafety
import Testing

/// The stop button and the end of a kernel.
///
/// Each in a process of its own: the stop flag is one for all threads, and other tests run at the same time.
struct InterruptTests {
    @Test func aStopEndsTheCellAndDropsTheQueue() async {
        await #expect(processExitsWith: .success) {
            let frontEnd = FrontEnd()
            let cell = try frontEnd.send(ExecuteRequest(code: "print started; show now; loop"))
            let dropped = try frontEnd.send(ExecuteRequest(code: "value 1", stopOnError: false))
            try await frontEnd.wait { $0.contains { $0.type == "display_data" } }
            #expect(try await frontEnd.ask(InterruptRequest(), on: .control)["status"] == "ok")
            let stopped = try await frontEnd.end(of: cell)
            #expect(stopped.status == "error" && stopped.reply?["ename"] == "KeyboardInterrupt")
            #expect(try await frontEnd.end(of: dropped).status == "aborted")
            #expect(try await frontEnd.run("value 7").value == "7")
        }
    }

    @Test func aStopWhileNothingRunsHurtsNobody() async {
        await #expect(processExitsWith: .success) {
            let frontEnd = FrontEnd()
            _ = try await frontEnd.ask(InterruptRequest(), on: .control)
            Interruption.request()
            let ids = try (0..<3).map { try frontEnd.send(ExecuteRequest(code: "value \($0)")) }
            for id in ids { #expect(try await frontEnd.end(of: id).status == "ok") }
            Interruption.request()
            #expect(
                try await frontEnd.ask(CompleteRequest(code: "p", cursorPosition: 1))["matches"] == [
                    "print"
                ])
        }
    }

    @Test func aStopEndsAQuestion() async {
        await #expect(processExitsWith: .success) {
            let frontEnd = FrontEnd()
            let cell = try frontEnd.send(ExecuteRequest(code: "ask name? ", allowStdin: true))
            try await frontEnd.wait { $0.contains { $0.channel == .stdin } }
            _ = try await frontEnd.ask(InterruptRequest(), on: .control)
            #expect(try await frontEnd.end(of: cell).reply?["ename"] == "KeyboardInterrupt")
        }
    }

    @Test func shutdownIsAnsweredAndEndsTheRunningCell() async {
        await #expect(processExitsWith: .success) {
            let frontEnd = FrontEnd()
            let cell = try frontEnd.send(ExecuteRequest(code: "loop"))
            try await frontEnd.wait { $0.contains { $0.parent == cell && $0.type == "execute_input" } }
            let reply = try await frontEnd.ask(ShutdownRequest(restart: true), on: .control)
            #expect(reply == ["status": "ok", "restart": true])
            #expect(frontEnd.isFinished)
        }
    }
}
