internal import FileSafety

/// What can be wrong with a file of PyTorch, as facts; `description` puts them in words.
public enum TorchFileError: Error, Hashable, Sendable {
    /// The system refused to open or read it.
    case unreadable(path: String, reason: String)
    /// The file contradicts itself, the format or its size.
    case malformed(path: String, problem: String)
    /// A form of the format that is not read.
    case unsupported(path: String, problem: String)
    /// The pickle names a function or class that no dictionary of tensors needs; it was not run.
    case notTensors(path: String, name: String)
    /// No tensor of that name.
    case noTensor(name: String, path: String, names: [String])
    /// The tensor does not fit in memory.
    case tooLarge(name: String, path: String, shape: [Int])

    /// Carries `body` out, what the system says being one of these errors.
    static func reading<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as FileError {
            throw TorchFileError.unreadable(path: error.path, reason: error.problem)
        }
    }
}

extension TorchFileError: CustomStringConvertible {
    /// The sentence that a user reads.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path): \(reason)"
        case .malformed(let path, let problem): "\(path) is not a well-formed file of PyTorch: \(problem)"
        case .unsupported(let path, let problem): "\(path) is a file of PyTorch that is not read: \(problem)"
        case .notTensors(let path, let name):
            "\(path) asks for \"\(name)\", which may run code and is refused: only dictionaries of tensors are read. "
                + "Save the model's state_dict() as safetensors where you trust the file"
        case .noTensor(let name, let path, let names):
            "\(path) has no tensor \"\(name)\"; it has " + NamesInFile.listed(names)
        case .tooLarge(let name, let path, let shape):
            "tensor \"\(name)\" of shape \(shape) in \(path) does not fit in memory"
        }
    }
}
