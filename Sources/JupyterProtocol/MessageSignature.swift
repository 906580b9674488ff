internal import Crypto

/// Signs what is sent and checks what came, with the key of the connection file.
///
/// ```swift
/// let signature = try MessageSignature(key: file.key, scheme: file.signatureScheme)
/// signature.sign([header, parentHeader, metadata, content])       // 64 lower-case hex digits
/// ```
/// An empty key means no signing: an empty signature goes out, any comes in.
public struct MessageSignature: Sendable {
    private let key: SymmetricKey?
    private let scheme: SignatureScheme

    public init(key: String, scheme: SignatureScheme) {
        self.key = key.isEmpty ? nil : SymmetricKey(data: Array(key.utf8))
        self.scheme = scheme
    }

    /// Whether messages carry signatures at all.
    public var isSigning: Bool { key != nil }

    /// The signature of `parts` as lower-case hex.
    public func sign(_ parts: [[UInt8]]) -> [UInt8] {
        guard let key else { return [] }
        return Hex.digits(of: code(of: parts, key))
    }

    /// Whether `signature` belongs to `parts`; the time that this takes says nothing about where they differ.
    public func isValid(_ signature: [UInt8], for parts: [[UInt8]]) -> Bool {
        guard let key else { return true }
        return ConstantTime.areEqual(signature, Hex.digits(of: code(of: parts, key)))
    }

    private func code(of parts: [[UInt8]], _ key: SymmetricKey) -> [UInt8] {
        switch scheme {
        case .sha256: Self.code(SHA256.self, parts, key)
        case .sha384: Self.code(SHA384.self, parts, key)
        case .sha512: Self.code(SHA512.self, parts, key)
        case .sha1: Self.code(Insecure.SHA1.self, parts, key)
        case .md5: Self.code(Insecure.MD5.self, parts, key)
        }
    }

    private static func code<Hash: HashFunction>(_: Hash.Type, _ parts: [[UInt8]], _ key: SymmetricKey) -> [UInt8] {
        var code = HMAC<Hash>(key: key)
        for part in parts { code.update(data: part) }
        return Array(code.finalize())
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
