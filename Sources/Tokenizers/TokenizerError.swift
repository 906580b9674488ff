/// What can be wrong with tokenizer files, or with ids that are to become text.
public enum TokenizerError: Error, Equatable {
    /// A file that is missing or cannot be read.
    case unreadable(file: String, reason: String)
    /// A file that holds something else than it should.
    case malformed(file: String, expected: String, found: String)
    /// A piece of text for which the vocabulary has no token.
    case missingByte(UInt8, text: String)
    /// A token id that the vocabulary does not hold.
    case unknownID(Int, count: Int)
    /// A tokenizer of another kind than those that are read.
    case unsupported(file: String, key: String, found: String)
}

extension TokenizerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let file, let reason):
            "cannot read the tokenizer file \(file): \(reason)"
        case .malformed(let file, let expected, let found):
            "\(file) is not a tokenizer file as expected: expected \(expected), found \(found)"
        case .missingByte(let byte, let text):
            "the vocabulary has no token for byte \(byte) of \"\(text)\""
        case .unknownID(let id, let count):
            "token id \(id) is not in the vocabulary: ids go from 0 to \(count - 1)"
        case .unsupported(let file, let key, let found):
            "\(file) is a tokenizer of a kind that is not read: its \"\(key)\" is \(found)"
        }
    }
}
