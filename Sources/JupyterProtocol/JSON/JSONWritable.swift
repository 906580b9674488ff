/// A value that writes its JSON by itself.
///
/// For the few values that travel with every message: a general encoder would take longer over them than the cell.
protocol JSONWritable {
    /// Appends the value, its members in the order of their names.
    func write(to bytes: inout [UInt8])
}

extension [UInt8] {
    /// Appends `members` as a JSON object of texts.
    mutating func append(jsonObject members: KeyValuePairs<String, String>) {
        append(UInt8(ascii: "{"))
        for (number, member) in members.enumerated() {
            if number > 0 { append(UInt8(ascii: ",")) }
            append(jsonText: member.key)
            append(UInt8(ascii: ":"))
            append(jsonText: member.value)
        }
        append(UInt8(ascii: "}"))
    }

    /// Appends `text` with quotes around it and escapes within.
    mutating func append(jsonText text: String) {
        var text = text
        append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            for place in utf8.indices where Self.needsEscape(utf8[place]) {
                append(contentsOf: utf8[start..<place])
                appendEscape(of: utf8[place])
                start = place + 1
            }
            append(contentsOf: utf8[start...])
        }
        append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscape(of byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): append(UInt8(ascii: "n"))
        case UInt8(ascii: "\t"): append(UInt8(ascii: "t"))
        case UInt8(ascii: "\r"): append(UInt8(ascii: "r"))
        case 0..<0x20: append(contentsOf: Array("u00".utf8) + Hex.digits(of: [byte]))
        default: append(byte)
        }
    }
}
