/// What can keep a model from loading.
public enum PretrainedModelError: Error, Equatable {
    case unknownName(String, nearest: [String], known: [String])
    case notOnDisk(name: String, command: String, searched: [String])
    case missingFile(folder: String, file: String)
    case unreadableConfig(file: String, reason: String)
    case missingKey(file: String, key: String)
    case badValue(file: String, key: String, expected: String, found: String)
    /// A key of config.json that may stand for another network than the one that would be run.
    case unknownKey(file: String, key: String, value: String)
    case unknownArchitecture(file: String, found: String, known: [String])
    case unknownActivation(file: String, found: String, known: [String])
    case missingTensor(file: String, name: String, expected: [Int])
    case wrongShape(file: String, name: String, expected: [Int], found: [Int])
    case wrongType(file: String, name: String, found: String)
    case notFinite(file: String, name: String, index: Int)
}

extension PretrainedModelError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownName(let name, let nearest, let known):
            "there is no model named \"\(name)\""
                + (nearest.isEmpty ? "" : "; did you mean \(nearest.map { "\"\($0)\"" }.joined(separator: " or "))?")
                + " Known names: \(known.joined(separator: ", ")). A folder with config.json and model.safetensors works too."
        case .notOnDisk(let name, let command, let searched):
            "the weights of \"\(name)\" are not on this machine. Fetch them with:\n    \(command)\nSearched: "
                + searched.joined(separator: ", ")
        case .missingFile(let folder, let file):
            "\(folder) has no \(file); a model folder needs config.json and model.safetensors"
        case .unreadableConfig(let file, let reason):
            "\(file) is not a JSON object: \(reason)"
        case .missingKey(let file, let key):
            "\(file) lacks \"\(key)\""
        case .badValue(let file, let key, let expected, let found):
            "\(file): \"\(key)\" should be \(expected), and is \(found)"
        case .unknownKey(let file, let key, let value):
            "\(file) has the key \"\(key)\" (\(value)), which this kind of model does not know and which may change the "
                + "network; take it out if it does not"
        case .unknownArchitecture(let file, let found, let known):
            "\(file): the architecture \"\(found)\" is not supported; these are: \(known.joined(separator: ", "))"
        case .unknownActivation(let file, let found, let known):
            "\(file): the activation function \"\(found)\" is not supported; these are: \(known.joined(separator: ", "))"
        case .missingTensor(let file, let name, let expected):
            "\(file) has no tensor \"\(name)\" (expected with shape \(expected))"
        case .wrongShape(let file, let name, let expected, let found):
            "\(file): the tensor \"\(name)\" has shape \(found), and config.json asks for \(expected)"
        case .wrongType(let file, let name, let found):
            "\(file): the tensor \"\(name)\" is of type \(found); expected F32, F16, BF16 or F64"
        case .notFinite(let file, let name, let index):
            "\(file): element \(index) of the tensor \"\(name)\" is not a finite number"
        }
    }
}
