/// The printable characters under which GPT-2's vocabulary files write the 256 byte values.
///
/// Printable Latin-1 bytes stand for themselves; the other 68 are written as the characters from U+0100 on, in order, so
/// that a space reads `Ġ` and a line feed `Ċ`. The mapping is that of GPT-2's published vocabulary.
enum ByteAlphabet {
    /// The character of each byte.
    static let characters: [Unicode.Scalar] = {
        var next: UInt32 = 0x100
        return (0...255).map { (byte: UInt8) in
            if isPrintable(byte) { return Unicode.Scalar(byte) }
            defer { next += 1 }
            return Unicode.Scalar(next) ?? " "
        }
    }()

    /// The byte of each character below U+0144; −1 where there is none.
    private static let bytes: [Int16] = {
        var bytes = [Int16](repeating: -1, count: 0x144)
        for (byte, character) in characters.enumerated() { bytes[Int(character.value)] = Int16(byte) }
        return bytes
    }()

    /// The byte that `character` stands for.
    static func byte(of character: Unicode.Scalar) -> UInt8? {
        guard character.value < bytes.count else { return nil }
        return UInt8(exactly: bytes[Int(character.value)])
    }

    /// The bytes that a vocabulary entry stands for, or nil when a character of it is outside the alphabet.
    static func bytes(of token: String) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(token.utf8.count)
        for character in token.unicodeScalars {
            guard let byte = byte(of: character) else { return nil }
            result.append(byte)
        }
        return result
    }

    private static func isPrintable(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) || (0xA1...0xAC).contains(byte) || byte >= 0xAE
    }
}
