/// Texts, lists and objects as JSON writes them.
///
/// ```swift
/// JSONText.string("L9H6 \"name mover\"")        // in quotes, with what JSON wants escaped
/// ```
package enum JSONText {
    /// `text` in quotes, with what JSON wants escaped.
    package static func string(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.append(jsonText: text)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same, for a place inside a `<script>` element: no `<`, no `>`, no `&`, no line separators.
    package static func stringInScript(_ text: String) -> String {
        var result = ""
        for scalar in string(text).unicodeScalars {
            switch scalar {
            case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{7F}":
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension [UInt8] {
    /// Appends `text` with quotes around it and escapes within.
    package mutating func append(jsonText text: String) {
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
        case 0x08: append(UInt8(ascii: "b"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0..<0x20: append(contentsOf: ("u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8)
        default: append(byte)
        }
    }

    /// Appends `parts` between brackets, with commas between them; `appendPart` writes each.
    @inlinable
    package mutating func append<Part>(
        jsonList parts: some Sequence<Part>, _ opening: Unicode.Scalar, _ closing: Unicode.Scalar,
        _ appendPart: (Part, inout [UInt8]) -> Void
    ) {
        append(UInt8(ascii: opening))
        var isFirst = true
        for part in parts {
            if !isFirst { append(UInt8(ascii: ",")) }
            isFirst = false
            appendPart(part, &self)
        }
        append(UInt8(ascii: closing))
    }

    /// Appends `members` as a JSON object of texts.
    package mutating func append(jsonObject members: KeyValuePairs<String, String>) {
        append(jsonList: members, "{", "}") { member, bytes in
            bytes.append(jsonText: member.key)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(jsonText: member.value)
        }
    }
}
