/// The frames of one message: `identity… <IDS|MSG> signature header parent metadata content buffer…`.
package struct WireFrames: Sendable, Equatable {
    package var identities: [[UInt8]]
    package var signature: [UInt8]
    package var header: [UInt8]
    package var parentHeader: [UInt8]
    package var metadata: [UInt8]
    package var content: [UInt8]
    package var buffers: [[UInt8]]

    /// Between the routing frames and the message.
    package static let delimiter = Array("<IDS|MSG>".utf8)

    /// An empty JSON object, for a message that answers nothing or has nothing to add.
    package static let emptyObject = Array("{}".utf8)

    /// Frames to send, signed.
    package init(
        identities: [[UInt8]], header: [UInt8], parentHeader: [UInt8] = emptyObject,
        metadata: [UInt8] = emptyObject, content: [UInt8], buffers: [[UInt8]] = [], signedBy signature: MessageSignature
    ) {
        self.identities = identities
        self.header = header
        self.parentHeader = parentHeader
        self.metadata = metadata
        self.content = content
        self.buffers = buffers
        self.signature = signature.sign([header, parentHeader, metadata, content])
    }

    /// Takes received frames apart. Nothing is parsed and nothing is believed yet.
    /// - Throws: ``JupyterProtocolError/badFrames(_:)``.
    package init(_ frames: [[UInt8]]) throws {
        guard let place = frames.firstIndex(of: Self.delimiter) else {
            throw JupyterProtocolError.badFrames("no <IDS|MSG> among \(frames.count) frames")
        }
        let rest = Array(frames[(place + 1)...])
        guard rest.count >= 5 else {
            throw JupyterProtocolError.badFrames("\(rest.count) frames after <IDS|MSG>, at least 5 expected")
        }
        identities = Array(frames[..<place])
        (signature, header, parentHeader, metadata, content) = (rest[0], rest[1], rest[2], rest[3], rest[4])
        buffers = Array(rest[5...])
    }

    /// The frames in the order in which they travel.
    package var all: [[UInt8]] {
        identities + [Self.delimiter, signature, header, parentHeader, metadata, content] + buffers
    }

    /// What the signature covers.
    var signed: [[UInt8]] { [header, parentHeader, metadata, content] }
}
