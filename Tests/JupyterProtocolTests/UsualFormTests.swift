import Foundation
import JupyterProtocol
import Testing

/// Headers and cells are mostly of one form, which has a way of its own. It says what the general decoder says.
struct UsualFormTests {
    private static let cells = [
        #"{"code": "1+1", "silent": false, "store_history": true, "stop_on_error": true, "user_expressions": {}, "allow_stdin": false}"#,
        #"{"code":"print(\"é\\n\\u00e9 \\ud83d\\ude00 / \\/\")"}"#, #" { "code" : "" } "#,
        #"{"code": "a", "silent": true, "store_history": true}"#,
        #"{"code": "a", "silent": null}"#, #"{"code": "a", "user_expressions": {"b": "c"}}"#,
        #"{"code": "a", "more": [{"x": 1}]}"#,
        #"{"code": "a", "stop_on_error": 1}"#, #"{"code": 1}"#, #"{"silent": true}"#, #"{}"#, #"[]"#, "",
        #"{"code": "a"} x"#,
        #"{"code": "a", "code": "b"}"#, #"{"code": "\ud800"}"#, #"{"code": "a" "silent": true}"#,
        #"{"code": "a", "silent": truex}"#,
    ]
    private static let headers = [
        #"{"msg_id": "1", "msg_type": "a", "username": "u", "session": "s", "date": "2026-01-01T00:00:00Z", "version": "5.3"}"#,
        #"{"msg_id": "1", "msg_type": "a"}"#, #"{"msg_id": "1", "msg_type": "a", "subshell_id": null}"#,
        #"{"msg_id": "1", "msg_type": "a", "more": {"x": []}}"#, #"{"msg_id": 1, "msg_type": "a"}"#,
        #"{"msg_type": "a"}"#,
        #"{"msg_id": "1", "msg_type": "a", "version": 5}"#, #"{"msg_id": "1", "msg_type": "a", "date": null}"#, "null",
    ]

    @Test(arguments: cells) func cell(_ text: String) { expectAlike(ExecuteRequest.self, text) }
    @Test(arguments: headers) func header(_ text: String) { expectAlike(MessageHeader.self, text) }

    private func expectAlike<Value: Decodable & Equatable>(_ type: Value.Type, _ text: String) {
        let expected = try? JSONDecoder().decode(type, from: Data(text.utf8))
        #expect((try? MessageJSON.decode(type, from: Array(text.utf8))) == expected)
    }
}
