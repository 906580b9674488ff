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

    /// Appends the bytes that a vocabulary entry, in UTF-8, stands for; false when a character is outside the alphabet.
    static func append(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) -> Bool {
        var high: UInt8?
        for unit in text {
            var character = Int(unit)
            if let first = high {
                guard 0x80...0xBF ~= unit else { return false }
                character = Int(first & 0x1F) << 6 | Int(unit & 0x3F)
                high = nil
            } else if unit >= 0x80 {
                // All of the alphabet beyond ASCII takes two units.
                guard 0xC2...0xDF ~= unit else { return false }
                high = unit
                continue
            }
            guard character < Self.bytes.count, Self.bytes[character] >= 0 else { return false }
            bytes.append(UInt8(Self.bytes[character]))
        }
        return high == nil
    }

    /// The text by which a vocabulary names these bytes.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(characters[Int(byte)]) }
        return String(text)
    }

    private static func isPrintable(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) || (0xA1...0xAC).contains(byte) || byte >= 0xAE
    }
}
