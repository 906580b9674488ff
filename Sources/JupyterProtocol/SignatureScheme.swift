/// The hash behind `hmac-<hash>`, the connection file's way to say how messages are signed.
package enum SignatureScheme: String, Sendable, CaseIterable {
    case sha256 = "hmac-sha256"
    case sha512 = "hmac-sha512"

    /// The scheme of that name.
    /// - Throws: ``JupyterProtocolError/unknownSignatureScheme(_:)``: signing wrongly would look like a dead kernel.
    package init(named name: String) throws {
        guard let scheme = Self(rawValue: name) else { throw JupyterProtocolError.unknownSignatureScheme(name) }
        self = scheme
    }

    static var allNames: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
