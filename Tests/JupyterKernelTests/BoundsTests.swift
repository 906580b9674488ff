import Display
import JupyterKernel
import JupyterProtocol
import Testing

/// What one value, one error or a stranger can put on the wire and into the log.
struct BoundsTests {
    private func frontEnd() -> FrontEnd {
        var limits = OutputLimits.patient
        (limits.streamBytesPerCell, limits.streamTailBytes, limits.errorBytes) = (1024, 512, 1024)
        (limits.representationBytes, limits.wayToSeeMore) = (4096, "save it")
        return FrontEnd(limits: limits)
    }

    private let long = String(repeating: "é", count: 100_000)

    @Test(arguments: ["value", "show", "name"])
    func aLongTextIsCutInTheMiddle(command: String) async throws {
        let run = try await frontEnd().run("\(command) <\(long)>")
        let text = try #require(run.messages.compactMap(\.content.plain).first)
        #expect(text.hasPrefix("<é") && text.hasSuffix("é>"))
        #expect(text.contains("[… 198466 of 200002 bytes are left out here; save it …]"))
        #expect(text.utf8.count < 1024 + 512 + 100)
    }

    @Test func whatFitsIsWhole() async throws {
        let text = String(repeating: "x", count: 1536)
        #expect(try await frontEnd().run("value \(text)").value == text)
    }

    @Test func aLongErrorIsCutInItsMessageAndItsLines() async throws {
        let run = try await frontEnd().run("fail \(long)")
        for content in [run.reply, run.contents("error").first] {
            let message = try #require(content?["evalue"]?.string)
            let lines = try #require(content?["traceback"]?.array).compactMap(\.string)
            #expect(message.utf8.count < 1200 && message.hasPrefix("éé") && message.contains("save it"))
            #expect(lines.joined().utf8.count < 1200 && lines.joined().hasPrefix("at éé"))
        }
    }

    @Test func expressionsPagesAndUpdatesAreBoundedToo() async throws {
        let frontEnd = frontEnd()
        let reply = try await frontEnd.ask(
            ExecuteRequest(code: "page \(long)", userExpressions: ["good": "value \(long)", "bad": "fail \(long)"]))
        let values = try #require(reply["user_expressions"])
        #expect(try #require(values["good"]?.plain).utf8.count < 1700)
        #expect(try #require(values["bad"]?["evalue"]?.string).utf8.count < 1200)
        #expect(try #require(reply["payload"]?.array?.first?.plain).utf8.count < 1700)
    }

    @Test func aPictureThatIsTooLargeIsLeftOutAndTold() async throws {
        let run = try await frontEnd().run("picture \(long)")
        let data = try #require(run.contents("display_data").first?["data"])
        #expect(data["image/png"] == nil)
        #expect(data["text/plain"]?.string?.contains("Its form as image/png has 0 MiB and is left out") == true)
    }

    @Test func aStrangerFillsNoLog() async throws {
        let frontEnd = frontEnd()
        for _ in 0..<5000 { frontEnd.receive([Array("junk".utf8)]) }
        #expect(frontEnd.log.count == 20)
        #expect(try await frontEnd.run("value 7").value == "7")
    }

    @Test func theLastUpdateGoesAtOnce() async throws {
        let frontEnd = FrontEnd()
        let cell = try frontEnd.send(ExecuteRequest(code: "name 0; last done; wait"))
        try await frontEnd.wait { $0.contains { $0.parent == cell && $0.type == "update_display_data" } }
        frontEnd.gate.open()
        #expect(try await frontEnd.end(of: cell).contents("update_display_data").compactMap(\.plain) == ["done"])
    }
}
