/// Bytes as the text that MIME bundles and `data:` addresses hold.
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// RFC 4648, section 4, with padding.
    package static func encode(_ bytes: [UInt8]) throws -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        try Blocks.forEach(0..<bytes.count, of: 3 << 14) { block in
            for start in stride(from: block.lowerBound, to: block.upperBound, by: 3) {
                append(bytes[start..<min(start + 3, bytes.count)], to: &text)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func append(_ group: ArraySlice<UInt8>, to text: inout [UInt8]) {
        let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
        for place in 0..<4 {
            let digit = alphabet[Int(bits >> UInt32(18 - 6 * place)) & 63]
            text.append(place <= group.count ? digit : UInt8(ascii: "="))
        }
    }

    /// The bytes of a text; space is gone over. Nil for what is no base64.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var (bits, count): (UInt32, UInt32) = (0, 0)
        var isOver = false
        for character in text.utf8 where !(9...13).contains(character) && character != 32 {
            if character == UInt8(ascii: "=") {
                isOver = true
                continue
            }
            guard !isOver, let digit = digits[character] else { return nil }
            bits = bits << 6 | digit
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bytes
    }

    private static let digits = Dictionary(uniqueKeysWithValues: zip(alphabet, 0 as UInt32..<64))
}
