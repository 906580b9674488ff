import JupyterProtocol
import Testing

/// Many requests at once: what a front end's "Run All" sends.
struct QueueTests {
    private let frontEnd = FrontEnd()

    @Test func cellsRunInTheOrderOfTheirArrival() async throws {
        try frontEnd.send(ExecuteRequest(code: "wait"))
        let ids = try (0..<20).map { try frontEnd.send(ExecuteRequest(code: "value \($0)")) }
        frontEnd.gate.open()
        for (number, id) in ids.enumerated() {
            let run = try await frontEnd.end(of: id)
            #expect(run.value == "\(number)" && run.count == number + 2)
        }
        #expect(frontEnd.messages.filter { $0.type == "execute_result" }.compactMap(\.parent) == ids)
    }

    @Test func anErrorDropsTheCellsThatWait() async throws {
        let failing = try frontEnd.send(ExecuteRequest(code: "wait; fail no"))
        let dropped = try (0..<3).map { _ in try frontEnd.send(ExecuteRequest(code: "value 1")) }
        let question = try frontEnd.send(KernelInfoRequest())
        frontEnd.gate.open()
        #expect(try await frontEnd.end(of: failing).status == "error")
        for id in dropped {
            let run = try await frontEnd.end(of: id)
            #expect(
                run.types == ["status busy", "execute_reply", "status idle"] && run.status == "aborted")
            #expect(run.count == 1)
        }
        #expect(try await frontEnd.end(of: question).status == "ok")
        #expect(try await frontEnd.run("value 7").value == "7")
    }

    @Test func cellsThatFollowAQuickErrorClosely() async throws {
        let failing = try frontEnd.send(ExecuteRequest(code: "fail no"))
        let dropped = try frontEnd.send(ExecuteRequest(code: "value 1"))
        #expect(try await frontEnd.end(of: failing).status == "error")
        #expect(try await frontEnd.end(of: dropped).status == "aborted")
    }

    @Test func withoutStopOnErrorTheQueueGoesOn() async throws {
        let failing = try frontEnd.send(ExecuteRequest(code: "wait; fail no", stopOnError: false))
        let next = try frontEnd.send(ExecuteRequest(code: "value 2"))
        frontEnd.gate.open()
        #expect(try await frontEnd.end(of: failing).status == "error")
        #expect(try await frontEnd.end(of: next).value == "2")
    }

    @Test func aSilentErrorDropsNothing() async throws {
        let failing = try frontEnd.send(ExecuteRequest(code: "wait; fail no", silent: true))
        let next = try frontEnd.send(ExecuteRequest(code: "value 2"))
        frontEnd.gate.open()
        #expect(try await frontEnd.end(of: failing).status == "error")
        #expect(try await frontEnd.end(of: next).value == "2")
    }

    @Test func controlAnswersWhileACellRuns() async throws {
        let cell = try frontEnd.send(ExecuteRequest(code: "wait"))
        let reply = try await frontEnd.ask(KernelInfoRequest(), on: .control)
        #expect(reply["implementation"] == "toy")
        #expect(!frontEnd.messages.contains { $0.parent == cell && $0.type == "execute_reply" })
        frontEnd.gate.open()
        #expect(try await frontEnd.end(of: cell).status == "ok")
    }
}
