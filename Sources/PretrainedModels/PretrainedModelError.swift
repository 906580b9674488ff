#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What can keep a model from loading.
public enum PretrainedModelError: Error, Equatable {
    /// A name that no model has.
    case unknownName(String, nearest: [String], known: [String])
    /// A known model whose weights are not on this machine.
    case notOnDisk(name: String, command: String, searched: [String])
    /// A path that is no model's folder.
    case notAFolder(path: String)
    /// A folder that lacks one of a model's files.
    case missingFile(folder: String, file: String)
    /// Weights that PyTorch saved and that cannot be read without running what is in them, or not yet.
    case pickledWeights(folder: String, file: String, reason: String)
    /// An index that names files of weights which are not there.
    case missingShards(index: String, names: [String])
    /// An index of weights that cannot be read.
    case badIndex(file: String, problem: String)
    /// A tensor that stands in two files.
    case tensorTwice(name: String, files: [String])
    /// A tensor of a GGUF file that its kind of model does not have.
    case unknownTensor(file: String, name: String)
    /// One of several files into which a model was cut.
    case partOfSeveral(file: String, number: Int, count: Int)
    /// A folder with several GGUF files and nothing else.
    case severalModels(folder: String, files: [String])
    /// A configuration that is not a JSON object.
    case unreadableConfig(file: String, reason: String)
    /// Sizes that no model has.
    case impossibleModel(file: String, problem: String)
    /// A key that the configuration lacks.
    case missingKey(file: String, key: String)
    /// A key of the configuration with a value that it cannot have.
    case badValue(file: String, key: String, expected: String, found: String)
    /// A key of config.json that may stand for another network than the one that would be run.
    case unknownKey(file: String, key: String, value: String)
    /// Weights that are packed in another way than GGUF files are.
    case quantized(file: String, key: String, method: String)
    /// An architecture that is not supported.
    case unknownArchitecture(file: String, found: String, known: [String])
    /// A nonlinearity that is not supported.
    case unknownActivation(file: String, found: String, known: [String])
    /// A tensor that the weights lack.
    case missingTensor(file: String, name: String, expected: [Int])
    /// A tensor whose shape is not the one that the configuration asks for.
    case wrongShape(file: String, name: String, expected: [Int], found: [Int])
    /// A tensor of a type that weights cannot have.
    case wrongType(file: String, name: String, found: String)
    /// A weight that is infinite or not a number.
    case notFinite(file: String, name: String, index: Int)
    /// Weights of more layers than the configuration has.
    case moreLayers(file: String, config: String, key: String, layers: Int, found: String)
    /// An unembedding that the configuration says to be the embedding, and is not.
    case headNotTied(file: String, config: String, name: String, embedding: String, index: Int)
}

extension PretrainedModelError: CustomStringConvertible {
    /// Whether somebody who writes this means a place and no name.
    private static func isPath(_ name: String) -> Bool {
        ["/", "./", "../", "~"].contains { name.hasPrefix($0) } || name.lowercased().hasSuffix(".gguf")
    }

    public var description: String {
        switch self {
        case .unknownName(let name, _, _) where Self.isPath(name):
            "there is no file or folder \(name) (the current folder is \(FileManager.default.currentDirectoryPath)); "
                + "a model is a folder with config.json and model.safetensors, a GGUF file, or one of `ModelRegistry.names`"
        case .unknownName(let name, let nearest, let known):
            "there is no model named \"\(name)\""
                + (nearest.isEmpty ? "" : "; did you mean \(nearest.map { "\"\($0)\"" }.joined(separator: " or "))?")
                + " Known names: \(Self.list(known)); `ModelRegistry.names` has all. A repository of Hugging Face's goes by owner/name. A folder with config.json and model.safetensors works too, and a GGUF file."
        case .notOnDisk(let name, let command, let searched):
            "the weights of \"\(name)\" are not on this machine. Fetch them with:\n    \(command)\nSearched: "
                + searched.joined(separator: ", ")
        case .notAFolder(let path):
            "\(path) is a file, and no GGUF file; give the folder that holds config.json and model.safetensors"
        case .pickledWeights(let folder, let file, let reason):
            "\(folder) has \(file) and no model.safetensors, and cannot be read: \(reason). "
                + "Convert it with:\n    python3 -c \"from transformers import AutoModelForCausalLM as M; "
                + "M.from_pretrained('\(folder)').save_pretrained('\(folder)')\""
        case .missingShards(let index, let names):
            "\(index) names files that are not there: \(Self.list(names))"
        case .badIndex(let file, let problem):
            "\(file) is not an index of weights: \(problem)"
        case .tensorTwice(let name, let files):
            files.count > 1
                ? "the tensor \"\(name)\" is in \(files.joined(separator: " and in ")); it may be in one of them"
                : "\(files.joined()) has the tensor \"\(name)\" twice, with and without the prefix \"transformer.\""
        case .unknownTensor(let file, let name):
            "\(file) has the tensor \"\(name)\", which this kind of model does not have and which may change the network"
        case .partOfSeveral(let file, let number, let count):
            "\(file) is part \(number) of \(count) of a model; join them with:\n    "
                + "llama-gguf-split --merge \(file) model.gguf"
        case .severalModels(let folder, let files):
            "\(folder) has several models; give the path of one: \(Self.list(files))"
        case .missingFile(let folder, let file):
            "\(folder) has no \(file); a model folder needs config.json and model.safetensors"
        case .impossibleModel(let file, let problem): "\(file): \(problem)"
        case .unreadableConfig(let file, let reason):
            "\(file) is not a JSON object: \(reason)"
        case .missingKey(let file, let key):
            "\(file) lacks \"\(key)\""
        case .badValue(let file, let key, let expected, let found):
            "\(file): \"\(key)\" should be \(expected), and is \(found)"
        case .unknownKey(let file, let key, let value):
            "\(file) has the key \"\(key)\" (\(value)), which this kind of model does not know and which may change the "
                + "network; take it out if it does not"
        case .quantized(let file, let key, let method):
            "\(file): \"\(key)\" says that the weights are packed by \"\(method)\", which is not read; expected plain numbers. "
                + "Take the model's weights in F16, BF16 or F32, or a GGUF file of it"
        case .unknownArchitecture(let file, let found, let known):
            "\(file): the architecture \"\(found)\" is not supported; these are: \(known.joined(separator: ", "))"
        case .unknownActivation(let file, let found, let known):
            "\(file): the activation function \"\(found)\" is not supported; these are: \(known.joined(separator: ", "))"
        case .missingTensor(let file, let name, let expected):
            "\(file) has no tensor \"\(name)\" (expected with shape \(expected))"
        case .wrongShape(let file, let name, let expected, let found):
            "\(file): the tensor \"\(name)\" has shape \(found), and its configuration asks for \(expected)"
        case .wrongType(let file, let name, let found):
            "\(file): the tensor \"\(name)\" is of type \(found); expected F32, F16, BF16 or F64"
        case .notFinite(let file, let name, let index):
            "\(file): element \(index) of the tensor \"\(name)\" is not a finite number"
        case .moreLayers(let file, let config, let key, let layers, let found):
            "\(config): \"\(key)\" is \(layers), and \(file) holds more: it has a tensor \"\(found)\""
        case .headNotTied(let file, let config, let name, let embedding, let index):
            "\(config) says that output and embedding are one matrix (\"tie_word_embeddings\" is true or absent), and in "
                + "\(file) the tensor \"\(name)\" differs from \"\(embedding)\" at element \(index): "
                + "set \"tie_word_embeddings\" to false to use it, or take it out of the file"
        }
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(12).joined(separator: ", ") + (names.count > 12 ? " and \(names.count - 12) more" : "")
    }
}
