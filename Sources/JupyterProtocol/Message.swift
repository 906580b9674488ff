/// A message whose signature held and whose header could be read.
///
/// The content stays bytes until someone asks for it by type:
/// ```swift
/// let request = try message.content(as: ExecuteRequest.self)
/// ```
package struct Message: Sendable {
    /// The routing frames; a reply carries them back as they came.
    package let identities: [[UInt8]]
    package let header: MessageHeader
    /// The header as it came: the parent header of everything that answers this message.
    package let headerBytes: [UInt8]
    package let parentHeader: [UInt8]
    package let metadata: [UInt8]
    package let content: [UInt8]
    /// Binary attachments, which are not signed.
    package let buffers: [[UInt8]]

    /// Reads the header of verified frames.
    /// - Throws: ``JupyterProtocolError/malformed(_:)`` when it is not a header.
    package init(_ frames: WireFrames) throws {
        identities = frames.identities
        header = try MessageJSON.decode(MessageHeader.self, from: frames.header)
        headerBytes = frames.header
        parentHeader = frames.parentHeader
        metadata = frames.metadata
        content = frames.content
        buffers = frames.buffers
    }

    /// The content as the kind of message that the header names.
    /// - Throws: ``JupyterProtocolError/malformed(_:)`` that names the member that is missing or wrong.
    package func content<Content: Decodable>(as type: Content.Type) throws -> Content {
        try MessageJSON.decode(type, from: content)
    }
}
