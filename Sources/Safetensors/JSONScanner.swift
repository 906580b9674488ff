/// The tokens of JSON that a safetensors header uses: punctuation, strings, and integers that are not negative.
struct JSONScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func accept(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ character: Unicode.Scalar) throws(HeaderFault) {
        guard accept(character) else { throw fault("\"\(character)\"") }
    }

    mutating func expectEnd() throws(HeaderFault) {
        skipSpace()
        guard position == bytes.count else { throw fault("the end") }
    }

    mutating func number() throws(HeaderFault) -> Int {
        skipSpace()
        let digits = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else { throw fault("an integer") }
        position += digits.count
        return number
    }

    mutating func string() throws(HeaderFault) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else { throw fault("valid UTF-8") }
                return string
            case UInt8(ascii: "\\"): text += try escape().utf8
            case ..<0x20: throw fault("a string without control characters")
            default: text.append(byte)
            }
        }
        throw fault("the end of a string")
    }

    private mutating func escape() throws(HeaderFault) -> String {
        guard position < bytes.count else { throw fault("an escape") }
        let byte = bytes[position]
        position += 1
        switch Unicode.Scalar(byte) {
        case "\"", "\\", "/": return String(Unicode.Scalar(byte))
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "u": return try unicodeEscape()
        default: throw fault("an escape")
        }
    }

    private mutating func unicodeEscape() throws(HeaderFault) -> String {
        var units = [try hexadecimal()]
        if UTF16.isLeadSurrogate(units[0]) {
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            else { throw fault("the second half of a character") }
            position += 2
            units.append(try hexadecimal())
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw fault("a character") }
        return text
    }

    private mutating func hexadecimal() throws(HeaderFault) -> UInt16 {
        let digits = bytes[position...].prefix(4)
        guard digits.count == 4, digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-"),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits") }
        position += 4
        return unit
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private func fault(_ expected: String) -> HeaderFault {
        HeaderFault("\(expected) was expected at byte \(position)")
    }
}
