#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What can go wrong with a safetensors file, as facts; `description` puts them in words.
public enum SafetensorsError: Error, Hashable, Sendable {
    /// The system refused to open, read or write it.
    case system(path: String, reason: SystemReason)
    /// A folder, a pipe or a device.
    case notAFile(path: String)
    /// Not even room for the header's length.
    case tooShort(path: String, byteCount: Int)
    /// The header contradicts itself, the format or the file.
    case badHeader(path: String, problem: String)
    /// The file was cut short after it was opened.
    case endsEarly(path: String, expected: Int)
    /// No tensor of that name.
    case noTensor(name: String, path: String, names: [String])
    /// The tensor does not fit in memory.
    case tooLarge(name: String, path: String, shape: [Int])
    /// A tensor that bears the name of the metadata.
    case reservedName
}

/// Why the system refused a file, in its own words.
public struct SystemReason: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// The reason of the last failed call.
    static var last: SystemReason { SystemReason(description: String(cString: strerror(errno))) }
}

extension SafetensorsError: CustomStringConvertible {
    /// The sentence that a user reads.
    public var description: String {
        switch self {
        case .system(let path, let reason):
            "\(path): \(reason)"
        case .notAFile(let path):
            "\(path) is not a file; give the path of a .safetensors file"
        case .tooShort(let path, let byteCount):
            "\(path) is not a safetensors file: it has only \(byteCount) bytes"
        case .badHeader(let path, let problem):
            "\(path) is not a well-formed safetensors file: in its header, \(problem)"
        case .endsEarly(let path, let expected):
            "\(path) ended before byte \(expected): was it changed while it was read?"
        case .noTensor(let name, let path, let names):
            "\(path) has no tensor \"\(name)\"; it has " + Self.list(names)
        case .tooLarge(let name, let path, let shape):
            "tensor \"\(name)\" of shape \(shape) in \(path) does not fit in memory"
        case .reservedName:
            "a tensor can't be named \"__metadata__\", which the format keeps for itself"
        }
    }

    private static func list(_ names: [String]) -> String {
        guard !names.isEmpty else { return "none" }
        let shown = names.sorted().prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
        return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
    }
}
