import JupyterProtocol
import Testing

struct JSONTests {
    private func decode(_ text: String) throws -> JSONValue {
        try MessageJSON.decode(JSONValue.self, from: Array(text.utf8))
    }

    @Test func anyJSONComesBack() throws {
        let value: JSONValue = [
            "null": nil, "yes": true, "small": -3, "large": 9_007_199_254_740_993, "half": 0.5, "text": "𝐚é漢\n\"\\/",
            "list": [1, [], ["deep": [:]]],
        ]
        #expect(try MessageJSON.decode(JSONValue.self, from: MessageJSON.encode(value)) == value)
    }

    @Test func equalValuesHaveEqualBytes() throws {
        let (a, b): (JSONValue, JSONValue) = (["b": 1, "a": 2], ["a": 2, "b": 1])
        #expect(try MessageJSON.encode(a) == MessageJSON.encode(b))
        #expect(try String(decoding: MessageJSON.encode(a), as: UTF8.self) == #"{"a":2,"b":1}"#)
    }

    @Test func textWithAnyCharacterComesBack() throws {
        let text = String(String.UnicodeScalarView((0..<300).compactMap(Unicode.Scalar.init))) + "𝐚\u{2028}\"\\"
        let header = MessageHeader(messageID: text, session: text, username: "u", date: "", messageType: text)
        #expect(try MessageJSON.decode(MessageHeader.self, from: MessageJSON.encode(header)) == header)
        let stream = Stream(name: .stderr, text: text)
        #expect(try MessageJSON.decode(Stream.self, from: MessageJSON.encode(stream)) == stream)
    }

    @Test func nestingIsBounded() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try decode(nested(MessageJSON.maximumDepth)) }
        for depth in [MessageJSON.maximumDepth + 1, 20_000, 1_000_000] {
            #expect(throws: JupyterProtocolError.self) { try decode(nested(depth)) }
        }
        #expect(throws: JupyterProtocolError.self) { try decode(String(repeating: #"{"a":"#, count: 200_000)) }
    }

    @Test func bracketsInTextAreText() throws {
        let brackets = String(repeating: "[{", count: 500)
        #expect(try decode(#"["\#(brackets)\" \\", "\#(brackets)"]"#).array?.count == 2)
    }

    @Test(arguments: ["", "{", "nul", "[1 2]", "\u{1}", #"{"a": 1"#])
    func textThatIsNoJSONIsAnError(text: String) {
        #expect(throws: JupyterProtocolError.self) { try decode(text) }
    }

    @Test func bytesThatAreNoTextAreAnError() {
        #expect(throws: JupyterProtocolError.self) {
            try MessageJSON.decode(JSONValue.self, from: Array("\"".utf8) + [0xFF, 0xFE] + Array("\"".utf8))
        }
    }

    @Test func anErrorNamesTheMember() {
        func message(_ text: String) -> String {
            do {
                _ = try MessageJSON.decode(ExecuteRequest.self, from: Array(text.utf8))
                return "no error"
            } catch { return "\(error)" }
        }
        #expect(message("{}").contains(#"missing "code""#))
        #expect(message(#"{"code": 7}"#).contains("code: not of type String"))
        #expect(message(#"{"code": "", "user_expressions": {"a": 1}}"#).contains("user_expressions.a"))
    }
}
