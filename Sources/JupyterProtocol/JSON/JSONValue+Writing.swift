internal import TextFormats

extension JSONValue: JSONWritable {
    /// Appends the value; a number that JSON has no text for becomes null.
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value): bytes.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
        case .string(let text): bytes.append(jsonText: text)
        case .array(let elements): bytes.append(jsonList: elements, "[", "]") { $0.write(to: &$1) }
        case .object(let members):
            bytes.append(jsonList: members.sorted { $0.key < $1.key }, "{", "}") { member, bytes in
                bytes.append(jsonText: member.key)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
        }
    }
}
