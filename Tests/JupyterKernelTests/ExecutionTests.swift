import JupyterProtocol
import Testing

/// What a cell's messages are, and in which order.
struct ExecutionTests {
    private let frontEnd = FrontEnd()

    @Test func messagesComeInTheProtocolsOrder() async throws {
        let run = try await frontEnd.run("print a; show b; complain c; value d")
        #expect(
            run.types == [
                "status busy", "execute_input", "stream", "display_data", "stream", "execute_result",
                "execute_reply",
                "status idle",
            ])
        #expect(run.value == "d" && run.status == "ok" && run.count == 1)
    }

    @Test func anErrorIsShownAndReplied() async throws {
        let run = try await frontEnd.run("print before; fail here")
        #expect(
            run.types == [
                "status busy", "execute_input", "stream", "error", "execute_reply", "status idle",
            ])
        for content in [run.reply, run.contents("error").first] {
            #expect(content?["ename"] == "ToyError" && content?["evalue"] == "here")
            #expect(content?["traceback"] == ["at here"])
        }
        #expect(run.count == 1)
    }

    @Test func anyErrorHasATextToShow() async throws {
        let error = try await frontEnd.run("throw").contents("error").first
        #expect(error?["ename"] == "Surprise" && error?["evalue"] == "something else went wrong")
        #expect(error?["traceback"]?.array?.isEmpty == false)
    }

    @Test func onlyStoredCellsMoveTheCountOn() async throws {
        #expect(try await frontEnd.run("value 1").count == 1)
        #expect(try await frontEnd.run("value 1", storeHistory: false).count == 1)
        #expect(try await frontEnd.run("value 1", silent: true).count == 1)
        #expect(try await frontEnd.run("fail 1").count == 2)
        #expect(try await frontEnd.run("").count == 3)
        #expect(try await frontEnd.run("value 1").count == 4)
    }

    @Test func aSilentCellShowsNothingButIsAnswered() async throws {
        let run = try await frontEnd.run("print a; show b; value c", silent: true)
        #expect(run.types == ["status busy", "execute_reply", "status idle"])
        let failed = try await frontEnd.run("fail a", silent: true)
        #expect(
            failed.types == ["status busy", "execute_reply", "status idle"] && failed.status == "error")
    }

    @Test func expressionsAreEvaluatedEachByItself() async throws {
        let reply = try await frontEnd.ask(
            ExecuteRequest(
                code: "value 1", userExpressions: ["good": "value 7", "bad": "fail no", "empty": "print x"])
        )
        let values = try #require(reply["user_expressions"])
        #expect(values["good"]?["status"] == "ok" && values["good"]?.plain == "7")
        #expect(values["bad"]?["status"] == "error" && values["bad"]?["evalue"] == "no")
        #expect(values["empty"]?["status"] == "error")
        #expect(reply["status"] == "ok")
    }

    @Test func aReplyCarriesPagesAndTheNextCell() async throws {
        let payload = try #require(
            await frontEnd.run("page help; next print a").reply?["payload"]?.array)
        #expect(payload.count == 2)
        #expect(payload[0]["source"] == "page" && payload[0].plain == "help")
        #expect(payload[1]["source"] == "set_next_input" && payload[1]["text"] == "print a")
    }

    @Test func aContentThatCannotBeReadIsAnsweredWithAnError() async throws {
        for content in ["{}", #"{"code": 5}"#, "[]", "{nope", #"{"code": "\u0000\ud800"}"#] {
            let run = try await frontEnd.end(of: frontEnd.send("execute_request", Array(content.utf8)))
            #expect(run.status == "error", "\(content)")
        }
        #expect(try await frontEnd.run("value 7").value == "7")
    }
}
