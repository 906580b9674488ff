import JupyterProtocol
import Testing

/// The gate in front of the kernel: what passes it was written by someone who has the key, once.
struct MessageVerifierTests {
    private let signature = MessageSignature(key: "secret", scheme: .sha256)

    private func frames(_ number: Int = 1, header: String? = nil) throws -> WireFrames {
        let text = header ?? #"{"msg_id": "\#(number)", "msg_type": "kernel_info_request", "session": "s"}"#
        return WireFrames(identities: [[9]], header: Array(text.utf8), content: Array("{}".utf8), signedBy: signature)
    }

    @Test func aSignedMessagePasses() throws {
        var gate = MessageVerifier(signature)
        let message = try gate.message(from: frames().all)
        #expect(message.header.messageID == "1" && message.header.messageType == "kernel_info_request")
        #expect(message.identities == [[9]])
    }

    @Test func aSignatureThatIsWrongEmptyOrInUpperCaseIsRefused() throws {
        var gate = MessageVerifier(signature)
        let good = try frames()
        let upper = Array(String(decoding: good.signature, as: UTF8.self).uppercased().utf8)
        for wrong in [[], upper, Array(repeating: UInt8(ascii: "0"), count: 64)] {
            var bad = good
            bad.signature = wrong
            #expect(throws: JupyterProtocolError.self) { try gate.message(from: bad.all) }
        }
        #expect(throws: Never.self) { try gate.message(from: good.all) }
    }

    @Test func everySignedPartIsCovered() throws {
        var gate = MessageVerifier(signature)
        let parts: [WritableKeyPath<WireFrames, [UInt8]>] = [\.header, \.parentHeader, \.metadata, \.content]
        for part in parts {
            var changed = try frames()
            changed[keyPath: part].append(UInt8(ascii: " "))
            #expect(throws: JupyterProtocolError.badSignature("it does not match the message")) {
                try gate.message(from: changed.all)
            }
        }
    }

    @Test func aRecordedMessageDoesNotPassAgain() throws {
        var gate = MessageVerifier(signature)
        let recorded = try frames().all
        _ = try gate.message(from: recorded)
        for _ in 0..<3 {
            #expect(throws: JupyterProtocolError.badSignature("it was used before")) {
                try gate.message(from: recorded)
            }
        }
    }

    @Test func whatIsRememberedIsBounded() throws {
        var gate = MessageVerifier(signature, remembering: 3)
        for number in 1...4 { _ = try gate.message(from: frames(number).all) }
        // 2, 3 and 4 are remembered; 1 made room.
        #expect(throws: JupyterProtocolError.self) { try gate.message(from: frames(4).all) }
        #expect(throws: JupyterProtocolError.self) { try gate.message(from: frames(2).all) }
        #expect(throws: Never.self) { try gate.message(from: frames(1).all) }
    }

    @Test func withoutAKeyAnySignaturePasses() throws {
        var gate = MessageVerifier(MessageSignature(key: "", scheme: .sha256))
        for _ in 0..<2 { #expect(throws: Never.self) { try gate.message(from: frames().all) } }
    }

    @Test(arguments: [
        "", "[]", "7", "{}", #"{"msg_id": "1"}"#, #"{"msg_id": 1, "msg_type": "x"}"#, "{\"msg_id\": \"\u{0}",
    ])
    func aHeaderThatIsNoneIsAnError(header: String) throws {
        var gate = MessageVerifier(signature)
        #expect(throws: JupyterProtocolError.self) { try gate.message(from: frames(header: header).all) }
    }

    @Test func unsignedNoiseIsRefusedForItsSignatureAndNeverParsed() {
        var gate = MessageVerifier(signature)
        let noise = [[UInt8]](repeating: Array(repeating: UInt8(ascii: "["), count: 100_000), count: 5)
        #expect(throws: JupyterProtocolError.badSignature("it does not match the message")) {
            try gate.message(from: [WireFrames.delimiter] + noise)
        }
    }
}
