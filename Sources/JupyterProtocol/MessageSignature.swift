internal import Crypto

/// Signs what is sent and checks what came, with the key of the connection file.
///
/// ```swift
/// let signature = try MessageSignature(key: file.key, scheme: file.signatureScheme)
/// signature.sign([header, parentHeader, metadata, content])       // 64 lower-case hex digits
/// ```
/// An empty key means no signing: an empty signature goes out, any comes in.
public struct MessageSignature: Sendable {
    /// The code of a message's parts; nil without a key.
    private let code: (@Sendable ([[UInt8]]) -> [UInt8])?

    public init(key: String, scheme: SignatureScheme) {
        code = key.isEmpty ? nil : Self.code(scheme, SymmetricKey(data: Array(key.utf8)))
    }

    /// Whether messages carry signatures at all.
    public var isSigning: Bool { code != nil }

    /// The signature of `parts` as lower-case hex.
    public func sign(_ parts: [[UInt8]]) -> [UInt8] { code.map { Hex.digits(of: $0(parts)) } ?? [] }

    /// Whether `signature` belongs to `parts`; the time that this takes says nothing about where they differ.
    public func isValid(_ signature: [UInt8], for parts: [[UInt8]]) -> Bool {
        guard let code else { return true }
        return ConstantTime.areEqual(signature, Hex.digits(of: code(parts)))
    }

    private static func code(
        _ scheme: SignatureScheme, _ key: SymmetricKey
    ) -> @Sendable ([[UInt8]]) -> [UInt8] {
        switch scheme {
        case .sha256: code(SHA256.self, key)
        case .sha384: code(SHA384.self, key)
        case .sha512: code(SHA512.self, key)
        case .sha1: code(Insecure.SHA1.self, key)
        case .md5: code(Insecure.MD5.self, key)
        }
    }

    /// The key is taken in once; each message starts from there.
    private static func code<Hash: HashFunction>(
        _: Hash.Type, _ key: SymmetricKey
    ) -> @Sendable ([[UInt8]]) -> [UInt8] {
        let start = HMAC<Hash>(key: key)
        return { parts in
            var code = start
            for part in parts { code.update(data: part) }
            return Array(code.finalize())
        }
    }
}

/// Comparison whose duration depends on lengths alone.
enum ConstantTime {
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (a, b) in zip(left, right) { difference |= a ^ b }
        return difference == 0
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
