/// The kernel's key pair for CurveZMQ, each 40 characters of Z85.
package struct CurveKeys: Sendable, Equatable {
    package let publicKey: String
    package let secretKey: String

    /// The keys of a connection file, or nil when it has none.
    /// - Throws: ``JupyterProtocolError/badConnectionFile(_:)`` for half a pair or a key of another length: going on
    ///   without encryption that was asked for would be worse than stopping.
    init?(_ members: [String: JSONValue]) throws {
        let (first, second) = (members["curve_publickey"] ?? .null, members["curve_secretkey"] ?? .null)
        if first == .null, second == .null { return nil }
        guard let publicKey = first.string, let secretKey = second.string, publicKey.utf8.count == 40,
            secretKey.utf8.count == 40
        else {
            throw JupyterProtocolError.badConnectionFile(
                "curve_publickey and curve_secretkey must both be 40 characters of Z85")
        }
        self.publicKey = publicKey
        self.secretKey = secretKey
    }
}
