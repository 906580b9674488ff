import JupyterProtocol
import Testing

struct ConnectionFileTests {
    private let usual: [String: JSONValue] = [
        "transport": "tcp", "ip": "127.0.0.1", "key": "secret", "signature_scheme": "hmac-sha256", "shell_port": 1001,
        "iopub_port": 1002, "stdin_port": 1003, "control_port": 1004, "hb_port": 1005, "kernel_name": "swiftlens",
    ]

    private func file(_ changes: [String: JSONValue] = [:], without: String? = nil) throws -> ConnectionFile {
        var members = usual.merging(changes) { _, new in new }
        if let without { members[without] = nil }
        return try ConnectionFile(json: MessageJSON.encode(JSONValue.object(members)))
    }

    private func message(_ changes: [String: JSONValue] = [:], without: String? = nil) -> String {
        do {
            _ = try file(changes, without: without)
            return "no error"
        } catch { return "\(error)" }
    }

    @Test func eachChannelHasItsAddress() throws {
        let file = try file()
        #expect(file.address(of: .shell) == "tcp://127.0.0.1:1001")
        #expect(file.address(of: .heartbeat) == "tcp://127.0.0.1:1005")
        #expect(file.key == "secret" && file.signatureScheme == .sha256 && file.curve == nil)
    }

    @Test func pathsAndVersionSixHaveTheirOwnSpelling() throws {
        #expect(try file(["transport": "ipc", "ip": "/run/k"]).address(of: .control) == "ipc:///run/k-1004")
        #expect(try file(["ip": "::1"]).address(of: .iopub) == "tcp://[::1]:1002")
    }

    @Test func whatIsMissingIsTakenAsTheProtocolSays() throws {
        #expect(try file(without: "transport").transport == .tcp)
        #expect(try file(without: "signature_scheme").signatureScheme == .sha256)
        #expect(try file(without: "key").key == "")
    }

    @Test func whatIsWrongIsNamed() {
        #expect(message(without: "ip").contains("\"ip\""))
        #expect(message(["ip": ""]).contains("\"ip\""))
        #expect(message(without: "hb_port").contains("hb_port"))
        #expect(message(["shell_port": "1001"]).contains("shell_port"))
        #expect(message(["shell_port": 70_000]).contains("70000"))
        #expect(message(["shell_port": -1]).contains("-1"))
        #expect(message(["shell_port": 1002]).contains("share a port"))
        #expect(message(["transport": "udp"]).contains("udp"))
        #expect(message(["signature_scheme": "hmac-none"]).contains("hmac-none"))
        #expect(throws: JupyterProtocolError.self) { try ConnectionFile(json: Array("[]".utf8)) }
        #expect(throws: JupyterProtocolError.self) { try ConnectionFile(json: []) }
    }

    @Test func severalPortsMayBeLeftOpen() throws {
        let open: JSONValue = 0
        #expect(try file(["shell_port": open, "hb_port": open]).ports[.heartbeat] == 0)
    }

    @Test func aKeyPairComesWholeOrNotAtAll() throws {
        let key: JSONValue = .string(String(repeating: "a", count: 40))
        #expect(try file(["curve_publickey": key, "curve_secretkey": key]).curve != nil)
        #expect(try file(["curve_publickey": nil, "curve_secretkey": nil]).curve == nil)
        #expect(message(["curve_publickey": key]).contains("curve"))
        #expect(message(["curve_publickey": key, "curve_secretkey": "short"]).contains("40"))
    }

    @Test func writtenBackItKeepsWhatItDoesNotKnow() throws {
        var file = try file(["shell_port": 0, "jupyter_session": "a.ipynb"])
        file.ports[.shell] = 4711
        let back = try MessageJSON.decode(JSONValue.self, from: file.json())
        #expect(
            back["jupyter_session"] == "a.ipynb" && back["shell_port"] == 4711 && back["kernel_name"] == "swiftlens")
    }
}
