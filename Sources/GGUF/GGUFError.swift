internal import FileSafety

/// What can be wrong with a GGUF file, as facts; `description` puts them in words.
public enum GGUFError: Error, Hashable, Sendable {
    /// The system refused to open or read it.
    case unreadable(path: String, reason: String)
    /// The file contradicts itself, the format or its size.
    case malformed(path: String, problem: String)
    /// A form of the format that is not read: another version, another order of bytes.
    case unsupported(path: String, problem: String)
    /// No tensor of that name.
    case noTensor(name: String, path: String, names: [String])
    /// A tensor of numbers that are not read.
    case unsupportedType(name: String, path: String, type: String)
    /// No such key, or a value of another kind.
    case badKey(path: String, key: String, expected: String, found: String)
    /// The tensor does not fit in memory.
    case tooLarge(name: String, path: String, shape: [Int])
}

extension GGUFError: CustomStringConvertible {
    /// The sentence that a user reads.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path): \(reason)"
        case .malformed(let path, let problem): "\(path) is not a well-formed GGUF file: \(problem)"
        case .unsupported(let path, let problem): "\(path) is a GGUF file that is not read: \(problem)"
        case .noTensor(let name, let path, let names):
            "\(path) has no tensor \"\(name)\"; it has " + NamesInFile.listed(names)
        case .unsupportedType(let name, let path, let type):
            "tensor \"\(name)\" in \(path) is of type \(type); these are read: "
                + GGUFTensorType.allCases.map(\.name).joined(separator: ", ")
        case .badKey(let path, let key, let expected, let found):
            "\(path): \"\(key)\" should be \(expected), and is \(found)"
        case .tooLarge(let name, let path, let shape):
            "tensor \"\(name)\" of shape \(shape) in \(path) does not fit in memory"
        }
    }
}
