import JupyterKernel
import JupyterProtocol
import Testing

/// The requests beside running cells.
struct RequestTests {
    private let frontEnd = FrontEnd()

    @Test func theKernelSaysWhoItIs() async throws {
        for channel in [Channel.shell, .control] {
            let reply = try await frontEnd.ask(KernelInfoRequest(), on: channel)
            #expect(
                reply["status"] == "ok" && reply["protocol_version"] == "5.5" && reply["banner"] == "Toy")
            #expect(reply["language_info"]?["file_extension"] == ".toy")
        }
    }

    @Test func completionCountsCodePoints() async throws {
        let reply = try await frontEnd.ask(CompleteRequest(code: "𝐚é漢 p", cursorPosition: 5))
        #expect(reply["matches"] == ["print"] && reply["cursor_start"] == 0 && reply["cursor_end"] == 5)
        #expect(reply["metadata"]?["_jupyter_types_experimental"]?.array?.first?["type"] == "function")
    }

    @Test(arguments: [-5, 99, .max, .min])
    func aCursorOutsideTheTextIsTheNearestEnd(position: Int) async throws {
        let reply = try await frontEnd.ask(CompleteRequest(code: "pri", cursorPosition: position))
        #expect(reply["status"] == "ok" && reply["cursor_end"] == (position > 0 ? 3 : 0))
        #expect(
            try await frontEnd.ask(InspectRequest(code: "pri", cursorPosition: position))["found"]
                == false)
    }

    @Test func helpThatFailsIsNoHelpAndNoError() async throws {
        let completion = try await frontEnd.ask(CompleteRequest(code: "fail", cursorPosition: 4))
        #expect(
            completion["status"] == "ok" && completion["matches"] == [] && completion["metadata"] != nil)
        #expect(
            try await frontEnd.ask(InspectRequest(code: "fail", cursorPosition: 1))["found"] == false)
    }

    @Test func inspectionHasTwoLevels() async throws {
        let short = try await frontEnd.ask(InspectRequest(code: "print", cursorPosition: 1))
        let full = try await frontEnd.ask(
            InspectRequest(code: "print", cursorPosition: 1, detailLevel: 1))
        #expect(short["found"] == true && short.plain == "prints" && full.plain == "everything")
    }

    @Test func aConsoleLearnsWhetherToWaitForMore() async throws {
        #expect(try await frontEnd.ask(IsCompleteRequest(code: "a"))["status"] == "complete")
        let more = try await frontEnd.ask(IsCompleteRequest(code: "a\\"))
        #expect(more["status"] == "incomplete" && more["indent"] == "  ")
    }

    @Test func thereAreNoCommsAndNobodyWaitsForOne() async throws {
        #expect(try await frontEnd.ask(CommInfoRequest())["comms"] == [:])
        let run = try await frontEnd.end(
            of: frontEnd.send(CommOpen(commID: "c", targetName: "jupyter.widget")))
        #expect(run.types == ["status busy", "comm_close", "status idle"])
        #expect(run.contents("comm_close").first?["comm_id"] == "c")
    }

    @Test func anUnknownRequestIsNotedAndHurtsNobody() async throws {
        let run = try await frontEnd.end(of: frontEnd.send("no_such_request", Array("{}".utf8)))
        #expect(run.types == ["status busy", "status idle"])
        #expect(frontEnd.log.contains { $0.contains("no_such_request") })
    }

    @Test func theFirstAnswerWaitsForSomebodyWhoHears() async throws {
        let deaf = FrontEnd(listens: false)
        let id = try deaf.send(ExecuteRequest(code: "value 7"))
        // What is answered at once on another channel shows that the kernel is there.
        _ = try await deaf.ask(KernelInfoRequest(), on: .control)
        #expect(!deaf.messages.contains { $0.parent == id })
        deaf.listen()
        #expect(try await deaf.end(of: id).value == "7")
    }

    @Test func whoNeverListensIsAnsweredAllTheSame() async throws {
        let deaf = FrontEnd(listens: false)
        #expect(try await deaf.run("value 7").value == "7")
        #expect(try await deaf.run("value 8").value == "8")
    }

    @Test func aSubscriberIsGreeted() async throws {
        let frames = try WireFrames(#require(frontEnd.kernel.welcome(to: Array("topic".utf8))))
        #expect(try MessageJSON.decode(MessageHeader.self, from: frames.header).messageType == "iopub_welcome")
        #expect(try MessageJSON.decode(JSONValue.self, from: frames.content) == ["subscription": "topic"])
        #expect(frames.identities == [Array("topic".utf8)])
        #expect(frontEnd.kernel.welcome(to: [0xFF]) == nil)
    }
}
