/// Any JSON, for the parts of a message whose shape the protocol leaves open.
///
/// ```swift
/// let metadata: JSONValue = ["cellId": "a1", "tags": ["raises-exception"]]
/// metadata["cellId"]?.string      // "a1"
/// ```
package enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The member `name`, or nil when this is no object or has no such member.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The text, when this is a string.
    package var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The elements, when this is an array.
    package var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The integer, when this is one.
    package var integer: Int? {
        guard case .integer(let value) = self else { return nil }
        return value
    }
}
