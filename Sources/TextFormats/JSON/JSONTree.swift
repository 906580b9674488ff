/// The values of JSON, for who has no use for the order of members and the spelling of numbers, which ``JSONNode`` keeps.
package enum JSONTree: Sendable, Equatable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONTree])
    case object([String: JSONTree])

    /// The tree of a whole file.
    /// - Parameter most: how many values are believed, those inside of others counted.
    package init(_ bytes: [UInt8], most: Int = .max) throws(JSONFault) {
        var scanner = JSONScanner(bytes, most: most)
        self = try scanner.tree()
        try scanner.expectEnd()
    }

    /// The values alone.
    init(_ node: JSONNode) {
        self =
            switch node {
            case .null: .null
            case .boolean(let value): .boolean(value)
            case .number: .number(node.number ?? .nan)
            case .string(let text): .string(text)
            case .array(let elements): .array(elements.map { JSONTree($0) })
            case .object(let object):
                .object(Dictionary(uniqueKeysWithValues: object.members.map { ($0.name, JSONTree($0.value)) }))
            }
    }

    /// The member called `name` of an object.
    package subscript(name: String) -> JSONTree? { object?[name] }

    package var object: [String: JSONTree]? { if case .object(let members) = self { members } else { nil } }
    package var array: [JSONTree]? { if case .array(let elements) = self { elements } else { nil } }
    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var number: Double? { if case .number(let number) = self { number } else { nil } }
    package var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
}

extension JSONTree: CustomStringConvertible {
    /// The value as an error shows it.
    package var description: String {
        switch self {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
        case .string(let text): text.count > 60 ? text.prefix(60) + "…" : text
        case .array(let elements): "a list of \(elements.count)"
        case .object(let members): "an object of \(members.count)"
        }
    }
}
