/// A value of a GGUF file's metadata.
public enum GGUFValue: Sendable, Equatable {
    /// A whole number.
    case integer(Int)
    /// An unsigned integer beyond the signed ones.
    case unsigned(UInt64)
    /// A number with a fraction.
    case number(Double)
    /// True or false.
    case boolean(Bool)
    /// A text.
    case string(String)
    /// A list.
    case array([GGUFValue])

    /// The whole number, if it is one.
    public var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    /// A number of any kind.
    public var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .unsigned(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
    /// The truth value, if it is one.
    public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
    /// The text, if it is one: `file.metadata["general.architecture"]?.string`.
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    /// The elements, if it is a list.
    public var array: [GGUFValue]? { if case .array(let values) = self { values } else { nil } }
}

extension GGUFValue: CustomStringConvertible {
    /// The value as an error shows it; lists by their length.
    public var description: String {
        switch self {
        case .integer(let value): "\(value)"
        case .unsigned(let value): "\(value)"
        case .number(let value): "\(value)"
        case .boolean(let value): "\(value)"
        case .string(let text): text.count > 60 ? "\"\(text.prefix(60))…\"" : "\"\(text)\""
        case .array(let values): "a list of \(values.count)"
        }
    }
}
