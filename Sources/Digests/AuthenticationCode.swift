internal import CSodium

/// HMAC over a message's parts, by libsodium.
package enum AuthenticationCode {
    /// The function from parts to their code. The key is taken in once; each message starts from there.
    package static func sha256(_ key: [UInt8]) -> @Sendable ([[UInt8]]) -> [UInt8] {
        var start = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&start, key, key.count)
        return { [start] parts in
            var state = start
            for part in parts { crypto_auth_hmacsha256_update(&state, part, UInt64(part.count)) }
            var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
            crypto_auth_hmacsha256_final(&state, &code)
            return code
        }
    }

    /// The same with the longer hash.
    package static func sha512(_ key: [UInt8]) -> @Sendable ([[UInt8]]) -> [UInt8] {
        var start = crypto_auth_hmacsha512_state()
        crypto_auth_hmacsha512_init(&start, key, key.count)
        return { [start] parts in
            var state = start
            for part in parts { crypto_auth_hmacsha512_update(&state, part, UInt64(part.count)) }
            var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha512_BYTES))
            crypto_auth_hmacsha512_final(&state, &code)
            return code
        }
    }

    /// Comparison whose duration depends on lengths alone.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}
