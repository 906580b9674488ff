internal import FileSafety

/// What can go wrong with a safetensors file, as facts; `description` puts them in words.
public enum SafetensorsError: Error, Hashable, Sendable {
    /// It isn't there, is no ordinary file, or the system refused to open or read it.
    case unreadable(path: String, reason: String)
    /// Not even room for the header's length.
    case tooShort(path: String, byteCount: Int)
    /// The header contradicts itself, the format or the file.
    case badHeader(path: String, problem: String)
    /// No tensor of that name.
    case noTensor(name: String, path: String, names: [String])
    /// A tensor of a type that is not read.
    case unknownType(name: String, path: String, dtype: String)
    /// The tensor does not fit in memory.
    case tooLarge(name: String, path: String, shape: [Int])
    /// A tensor that bears the name of the metadata.
    case reservedName
}

extension SafetensorsError {
    /// Runs `body`, which reads a file.
    static func reading<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as FileError {
            throw SafetensorsError.unreadable(path: error.path, reason: error.problem)
        }
    }
}

extension SafetensorsError: CustomStringConvertible {
    /// The sentence that a user reads.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "\(path): \(reason)"
        case .tooShort(let path, let byteCount):
            "\(path) is not a safetensors file: it has only \(byteCount) bytes"
        case .badHeader(let path, let problem):
            "\(path) is not a well-formed safetensors file: in its header, \(problem)"
        case .noTensor(let name, let path, let names):
            "\(path) has no tensor \"\(name)\"; it has " + NamesInFile.listed(names)
        case .unknownType(let name, let path, let dtype):
            "tensor \"\(name)\" in \(path) has the type \"\(dtype)\"; known are "
                + SafetensorsDType.allCases.map(\.rawValue).joined(separator: ", ")
        case .tooLarge(let name, let path, let shape):
            "tensor \"\(name)\" of shape \(shape) in \(path) does not fit in memory"
        case .reservedName:
            "a tensor can't be named \"__metadata__\", which the format keeps for itself"
        }
    }
}
