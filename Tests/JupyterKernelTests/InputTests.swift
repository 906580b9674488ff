import JupyterProtocol
import Testing

/// Questions of a cell to the user.
struct InputTests {
    private let frontEnd = FrontEnd()

    @Test func theAnswerGoesToTheCellThatAsked() async throws {
        // Nobody has asked yet, so this answer is nobody's.
        try frontEnd.send(InputReply(value: "too early"), on: .stdin)
        let cell = try frontEnd.send(ExecuteRequest(code: "print first; ask name? ", allowStdin: true))
        try await frontEnd.wait { $0.contains { $0.channel == .stdin } }
        let question = try #require(frontEnd.messages.first { $0.channel == .stdin })
        #expect(question.type == "input_request" && question.parent == cell)
        #expect(question.content == ["prompt": "name? ", "password": false])
        #expect(frontEnd.messages.contains { $0.type == "stream" })
        try frontEnd.send(InputReply(value: "Mary"), on: .stdin)
        #expect(try await frontEnd.end(of: cell).value == "Mary")
    }

    @Test func controlDIsTheEndOfInput() async throws {
        let cell = try frontEnd.send(ExecuteRequest(code: "ask more? ", allowStdin: true))
        try await frontEnd.wait { $0.contains { $0.channel == .stdin } }
        try frontEnd.send(InputReply(value: "\u{4}"), on: .stdin)
        #expect(try await frontEnd.end(of: cell).value == "end of input")
    }

    @Test func whereNobodyCanAnswerAskingIsAnError() async throws {
        let run = try await frontEnd.run("ask name? ")
        #expect(run.status == "error" && run.reply?["ename"] == "StdinNotImplementedError")
        #expect(!frontEnd.messages.contains { $0.channel == .stdin })
    }
}
