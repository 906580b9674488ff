/// A value of a GGUF file's metadata.
public enum GGUFValue: Sendable, Equatable {
    case integer(Int)
    /// An unsigned integer beyond the signed ones.
    case unsigned(UInt64)
    case number(Double)
    case boolean(Bool)
    case string(String)
    case array([GGUFValue])

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
    public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
    public var string: String? { if case .string(let value) = self { value } else { nil } }
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
