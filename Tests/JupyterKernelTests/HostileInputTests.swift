import Foundation
import JupyterProtocol
import TestSupport
import Testing

/// Frames from somebody who is not a front end, or from a broken one.
struct HostileInputTests {
    private let signature = MessageSignature(key: "secret", scheme: .sha256)

    @Test func whatIsNotSignedIsDroppedWithoutAWord() async throws {
        let frontEnd = FrontEnd()
        let request = Array(#"{"msg_id": "x", "msg_type": "execute_request"}"#.utf8)
        let stranger = MessageSignature(key: "guess", scheme: .sha256)
        let frames = WireFrames(
            identities: [], header: request, content: Array(#"{"code": "value 1"}"#.utf8),
            signedBy: stranger)
        for channel in [Channel.shell, .control, .stdin] { frontEnd.receive(frames.all, on: channel) }
        let run = try await frontEnd.run("value 7")
        #expect(run.value == "7")
        #expect(!frontEnd.messages.contains { $0.parent == "x" } && frontEnd.log.count == 3)
    }

    @Test func aRecordedMessageCannotBePlayedAgain() async throws {
        let frontEnd = FrontEnd()
        let header = Array(#"{"msg_id": "x", "msg_type": "execute_request"}"#.utf8)
        let frames = WireFrames(
            identities: [], header: header, content: Array(#"{"code": "value 1"}"#.utf8),
            signedBy: signature)
        for _ in 0..<3 { frontEnd.receive(frames.all) }
        _ = try await frontEnd.run("value 7")
        #expect(frontEnd.messages.count { $0.parent == "x" && $0.type == "execute_result" } == 1)
    }

    /// Set `FUZZ_ROUNDS` for a longer search; the seed makes every run the same.
    @Test func noFramesEndTheKernel() async throws {
        let rounds = ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 3000
        let frontEnd = FrontEnd()
        var maker = FrameMaker(seed: 20_260_101, signature: signature)
        for round in 0..<rounds {
            frontEnd.receive(maker.frames(round), on: [.shell, .control, .stdin][round % 3])
            // An error drops the cells that wait, so none must be waiting when the last one comes.
            if round % 1000 == 999 || round == rounds - 1 { _ = try await frontEnd.ask(KernelInfoRequest()) }
        }
        #expect(try await frontEnd.run("value 7").value == "7")
    }
}
