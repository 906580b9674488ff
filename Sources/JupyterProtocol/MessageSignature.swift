internal import Digests

/// Signs what is sent and checks what came, with the key of the connection file.
///
/// ```swift
/// let signature = MessageSignature(key: file.key, scheme: file.signatureScheme)
/// signature.sign([header, parentHeader, metadata, content])       // 64 lower-case hex digits
/// ```
/// An empty key means no signing: an empty signature goes out, any comes in.
package struct MessageSignature: Sendable {
    /// The code of a message's parts; nil without a key.
    private let code: (@Sendable ([[UInt8]]) -> [UInt8])?

    package init(key: String, scheme: SignatureScheme) {
        code = key.isEmpty ? nil : scheme.code(key: Array(key.utf8))
    }

    /// Whether messages carry signatures at all.
    package var isSigning: Bool { code != nil }

    /// The signature of `parts` as lower-case hex.
    package func sign(_ parts: [[UInt8]]) -> [UInt8] { code.map { Hex.digits(of: $0(parts)) } ?? [] }

    /// Whether `signature` belongs to `parts`; the time that this takes says nothing about where they differ.
    package func isValid(_ signature: [UInt8], for parts: [[UInt8]]) -> Bool {
        guard let code else { return true }
        return AuthenticationCode.areEqual(signature, Hex.digits(of: code(parts)))
    }
}

/// Bytes as lower-case hex text.
enum Hex {
    static func digits(of bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(alphabet[Int(byte >> 4)])
            text.append(alphabet[Int(byte & 15)])
        }
        return text
    }

    private static let alphabet = Array("0123456789abcdef".utf8)
}

extension SignatureScheme {
    /// The function from a message's parts to their code.
    fileprivate func code(key: [UInt8]) -> @Sendable ([[UInt8]]) -> [UInt8] {
        switch self {
        case .sha256: AuthenticationCode.sha256(key)
        case .sha512: AuthenticationCode.sha512(key)
        }
    }
}
