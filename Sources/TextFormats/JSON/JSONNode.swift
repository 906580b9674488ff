/// JSON as its author wrote it: members in their order, numbers as their text.
///
/// For files that belong to others and are given back, such as notebooks. Who only wants values takes ``JSONTree``.
package enum JSONNode: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// The number's own text, such as `1e-05` or `4.50`.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object(JSONObject)

    /// The integer `value`.
    package init(_ value: Int) { self = .number("\(value)") }

    package subscript(name: String) -> JSONNode? { object?[name] }

    package var object: JSONObject? { if case .object(let members) = self { members } else { nil } }
    package var array: [JSONNode]? { if case .array(let elements) = self { elements } else { nil } }
    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
    package var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }

    /// The number, and what Python writes for those that JSON lacks.
    package var number: Double? {
        guard case .number(let text) = self else { return nil }
        return switch text {
        case "NaN": .nan
        case "Infinity": .infinity
        case "-Infinity": -.infinity
        default: Double(text)
        }
    }

    /// What kind of value this is, as an error says it.
    package var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "true or false"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// The members of a JSON object, in their order.
package struct JSONObject: Sendable, Equatable {
    package private(set) var names: [String] = []
    private var values: [String: JSONNode] = [:]

    package init() {}

    package init(_ members: KeyValuePairs<String, JSONNode>) {
        for (name, value) in members { self[name] = value }
    }

    /// The member called `name`. A new one comes last; nil takes one away.
    package subscript(name: String) -> JSONNode? {
        get { values[name] }
        set {
            let old = newValue.map { values.updateValue($0, forKey: name) } ?? values.removeValue(forKey: name)
            if newValue == nil, old != nil { names.removeAll { $0 == name } }
            if newValue != nil, old == nil { names.append(name) }
        }
    }

    package var isEmpty: Bool { names.isEmpty }

    package var members: some Sequence<(name: String, value: JSONNode)> {
        names.lazy.map { (name: $0, value: values[$0] ?? .null) }
    }

    /// Puts members into the order of their names, as Jupyter writes those that it makes.
    package mutating func sortNames() { names.sort() }
}

extension JSONNode: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// - Parameter elements: the members; of a name that occurs twice the last one counts.
    package init(dictionaryLiteral elements: (String, JSONNode)...) {
        for (name, value) in elements { self[name] = value }
    }
}
