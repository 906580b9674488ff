extension JSONNode {
    /// The value as Python's `json.dumps(ensure_ascii=False)` writes it, with a line for each member and element.
    ///
    /// - Parameter indentation: what each level is moved by.
    package func bytes(indentation: String) -> [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, indentation, level: 0)
        return bytes
    }

    private func write(to bytes: inout [UInt8], _ indentation: String, level: Int) {
        switch self {
        case .null: bytes += "null".utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .number(let text): bytes += text.utf8
        case .string(let text): bytes.append(jsonText: text)
        case .array(let elements):
            Self.write(elements, "[", "]", to: &bytes, indentation, level) { element, bytes in
                element.write(to: &bytes, indentation, level: level + 1)
            }
        case .object(let object):
            Self.write(Array(object.members), "{", "}", to: &bytes, indentation, level) { member, bytes in
                bytes.append(jsonText: member.name)
                bytes += ": ".utf8
                member.value.write(to: &bytes, indentation, level: level + 1)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part], _ opening: String, _ closing: String, to bytes: inout [UInt8], _ indentation: String,
        _ level: Int, _ writePart: (Part, inout [UInt8]) -> Void
    ) {
        bytes += opening.utf8
        func newLine(_ level: Int) { bytes += ("\n" + String(repeating: indentation, count: level)).utf8 }
        for (number, part) in parts.enumerated() {
            if number > 0 { bytes += ",".utf8 }
            newLine(level + 1)
            writePart(part, &bytes)
        }
        if !parts.isEmpty { newLine(level) }
        bytes += closing.utf8
    }
}
