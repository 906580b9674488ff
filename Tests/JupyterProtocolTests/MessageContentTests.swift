import Display
import JupyterProtocol
import Testing

/// Messages as JSON, with the protocol's spelling.
struct MessageContentTests {
    private func text(_ content: some Encodable) throws -> String {
        String(decoding: try MessageJSON.encode(content), as: UTF8.self)
    }

    private func comesBack<Content: MessageContent>(_ content: Content) throws -> Bool {
        try MessageJSON.decode(Content.self, from: MessageJSON.encode(content)) == content
    }

    @Test func everyMessageComesBack() throws {
        let bundle = MIMEContent(MIMEBundle(plain: "a").with(.png, "AA==", metadata: #"{"width": 2}"#))
        let error = ErrorContent(name: "E", value: "no", traceback: ["line"])
        let language = LanguageInfo(
            name: "swift", version: "6", mimetype: "text/x-swift", fileExtension: ".swift", pygmentsLexer: "swift",
            codemirrorMode: "swift")
        let kernel = KernelInfoReply(
            implementation: "k", implementationVersion: "1", languageInfo: language, banner: "b",
            helpLinks: [HelpLink(text: "t", url: "u")])
        #expect(try comesBack(KernelInfoRequest()) && comesBack(kernel))
        #expect(try comesBack(ExecuteRequest(code: "x", userExpressions: ["a": "b"], allowStdin: true)))
        #expect(try comesBack(ExecuteInput(code: "x", executionCount: 3)))
        #expect(try comesBack(ExecuteResult(executionCount: 3, bundle)))
        #expect(try comesBack(ExecuteReply(executionCount: 3, .ok(payload: [1], userExpressions: ["a": [:]]))))
        #expect(try comesBack(ExecuteReply(executionCount: 3, .error(error))))
        #expect(try comesBack(ExecuteReply(executionCount: 3, .aborted)))
        #expect(try comesBack(error) && comesBack(Stream(name: .stderr, text: "𝐚")))
        #expect(
            try comesBack(DisplayData(bundle, displayID: "d")) && comesBack(UpdateDisplayData(bundle, displayID: "d")))
        #expect(try comesBack(ClearOutput(wait: true)) && comesBack(Status(.busy)))
        #expect(try comesBack(CompleteRequest(code: "a", cursorPosition: 1)))
        #expect(try comesBack(InspectRequest(code: "a", cursorPosition: 1, detailLevel: 1)))
        #expect(try comesBack(InspectReply(bundle)) && comesBack(InspectReply(nil)))
        #expect(try comesBack(IsCompleteRequest(code: "a")) && comesBack(IsCompleteReply(.incomplete, indent: "  ")))
        #expect(try comesBack(HistoryRequest(access: .search, output: true, count: 3, pattern: "a*", unique: true)))
        #expect(try comesBack(HistoryReply(history: [[1, 2, "a"]])))
        #expect(try comesBack(CommInfoRequest()) && comesBack(CommInfoReply(comms: ["a": [:]])))
        #expect(try comesBack(CommOpen(commID: "c", targetName: "t")) && comesBack(CommClose(commID: "c")))
        #expect(try comesBack(CommMessage(commID: "c", data: [1])))
        #expect(try comesBack(ShutdownRequest(restart: true)) && comesBack(ShutdownReply(restart: true)))
        #expect(try comesBack(InterruptRequest()) && comesBack(InterruptReply()))
        #expect(try comesBack(InputRequest(prompt: "p", password: true)) && comesBack(InputReply(value: "v")))
        #expect(try comesBack(ConnectRequest()) && comesBack(ConnectReply(ports: [.shell: 7])))
        #expect(try comesBack(IOPubWelcome(subscription: "")))
    }

    @Test func aRequestMayLeaveOutWhatHasADefault() throws {
        let request = try MessageJSON.decode(ExecuteRequest.self, from: Array(#"{"code": "1", "future": [1]}"#.utf8))
        #expect(request == ExecuteRequest(code: "1", silent: false, storeHistory: true, stopOnError: true))
        #expect(!request.allowStdin)
        let complete = try MessageJSON.decode(CompleteRequest.self, from: Array(#"{"code": "a𝐚é"}"#.utf8))
        #expect(complete.cursorPosition == 3)
        #expect(try !MessageJSON.decode(ShutdownRequest.self, from: Array("{}".utf8)).restart)
    }

    @Test func aSilentCellIsNeverStored() throws {
        let text = #"{"code": "1", "silent": true, "store_history": true}"#
        #expect(try !MessageJSON.decode(ExecuteRequest.self, from: Array(text.utf8)).storeHistory)
        #expect(!ExecuteRequest(code: "1", silent: true).storeHistory)
    }

    @Test func aCompletionAlwaysHasMetadata() throws {
        let empty = try text(CompleteReply(matches: [], cursorStart: 1, cursorEnd: 1))
        #expect(empty.contains(#""metadata":{"_jupyter_types_experimental":[]}"#))
    }

    @Test func repliesAreSpelledAsTheProtocolSpellsThem() throws {
        #expect(
            try text(ExecuteReply(executionCount: 3, .ok(payload: [], userExpressions: [:])))
                == #"{"execution_count":3,"payload":[],"status":"ok","user_expressions":{}}"#)
        #expect(
            try text(ExecuteReply(executionCount: 3, .error(ErrorContent(name: "E", value: "v", traceback: ["t"]))))
                == #"{"ename":"E","evalue":"v","execution_count":3,"status":"error","traceback":["t"]}"#)
        #expect(try text(IsCompleteReply(.complete)) == #"{"status":"complete"}"#)
        #expect(try text(IsCompleteReply(.incomplete, indent: "  ")) == #"{"indent":"  ","status":"incomplete"}"#)
        #expect(try text(InspectReply(nil)) == #"{"data":{},"found":false,"metadata":{},"status":"ok"}"#)
        #expect(
            try text(DisplayData(MIMEContent(MIMEBundle(plain: "a/b"))))
                == #"{"data":{"text/plain":"a/b"},"metadata":{},"transient":{}}"#)
    }

    @Test func metadataThatIsNoJSONIsLeftOut() {
        let content = MIMEContent(MIMEBundle(plain: "a").with(.png, "AA==", metadata: "{width"))
        #expect(content.metadata.isEmpty && content.data["image/png"] == "AA==")
    }
}
