internal import CSodium

/// The SHA-256 of bytes that come piece by piece.
///
/// ```swift
/// var hash = SHA256()
/// hash.append(piece)
/// hash.text()             // "9f86d081…"
/// ```
package struct SHA256 {
    private var state = crypto_hash_sha256_state()

    package init() { crypto_hash_sha256_init(&state) }

    package mutating func append(_ bytes: [UInt8]) { crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count)) }

    /// The hash of all pieces, as 64 hexadecimal digits.
    package func text() -> String {
        var state = state
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&state, &hash)
        return hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
