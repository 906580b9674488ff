import JupyterProtocol
import Testing

struct WireFramesTests {
    private let signature = MessageSignature(key: "key", scheme: .sha256)

    @Test func framesTravelAndComeBack() throws {
        let sent = WireFrames(
            identities: [[1], [2, 3]], header: [4], parentHeader: [5], metadata: [6], content: [7],
            buffers: [[], [8, 9]], signedBy: signature)
        let back = try WireFrames(sent.all)
        #expect(back == sent)
        #expect(sent.all[2] == WireFrames.delimiter)
    }

    @Test func aDelimiterInABufferIsABuffer() throws {
        let sent = WireFrames(
            identities: [[1]], header: [4], content: [7], buffers: [WireFrames.delimiter], signedBy: signature)
        #expect(try WireFrames(sent.all).buffers == [WireFrames.delimiter])
    }

    @Test(
        arguments: [
            [], [[]], [[1], [2]], [WireFrames.delimiter], [[1], WireFrames.delimiter, [2], [3], [4], [5]],
        ] as [[[UInt8]]])
    func tooFewFramesAreRefused(frames: [[UInt8]]) {
        #expect(throws: JupyterProtocolError.self) { try WireFrames(frames) }
    }
}
