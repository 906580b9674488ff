/// The gate that every received message passes before a byte of its JSON is parsed.
///
/// It refuses a signature that is wrong, missing, in upper case, or that came before. Not a value to copy: one gate
/// remembers the signatures of one kernel.
package struct MessageVerifier: Sendable {
    private let signature: MessageSignature
    private var seen: SeenSignatures

    package init(_ signature: MessageSignature, remembering capacity: Int = 65_536) {
        self.signature = signature
        seen = SeenSignatures(capacity: capacity)
    }

    /// The message in `frames`.
    /// - Throws: ``JupyterProtocolError`` with the reason; the sender is told nothing.
    package mutating func message(from frames: [[UInt8]]) throws -> Message {
        let frames = try WireFrames(frames)
        try verify(frames)
        return try Message(frames)
    }

    private mutating func verify(_ frames: WireFrames) throws {
        guard signature.isSigning else { return }
        guard !frames.signature.isEmpty else { throw JupyterProtocolError.badSignature("it is empty") }
        guard signature.isValid(frames.signature, for: frames.signed) else {
            throw JupyterProtocolError.badSignature("it does not match the message")
        }
        guard seen.insert(frames.signature) else { throw JupyterProtocolError.badSignature("it was used before") }
    }
}
