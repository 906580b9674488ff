internal import TextFormats
internal import GGUF
internal import Safetensors
internal import TensorCore

/// A model in one GGUF file, as its family's checkpoint in Hugging Face's files would say the same.
struct GGUFCheckpoint: Sendable {
    let family: GGUFFamily
    let metadata: GGUFMetadata
    /// The file's names of tensors by Hugging Face's.
    private let stored: [String: String]

    /// - Throws: ``GGUFError`` or ``PretrainedModelError`` that names the file, and the key or tensor.
    init(_ path: String) throws {
        let file = try GGUFFile(path)
        let name = file.metadata["general.architecture"]?.string
        guard let name, let family = GGUFFamily.named(name) else {
            throw PretrainedModelError.unknownArchitecture(
                file: file.path, found: name ?? "none", known: GGUFFamily.all.map(\.architecture))
        }
        if let parts = file.metadata["split.count"]?.integer, parts > 1 {
            throw PretrainedModelError.partOfSeveral(
                file: file.path, number: (file.metadata["split.no"]?.integer ?? 0) + 1, count: parts)
        }
        // The file says of a type that it cannot read which it is.
        if let other = file.entries.first(where: { $0.type == nil }) { _ = try file.tensor(other.name) }
        self.family = family
        metadata = GGUFMetadata(file: file, architecture: name)
        stored = try Self.stored(file, family)
    }

    private static func stored(_ file: GGUFFile, _ family: GGUFFamily) throws -> [String: String] {
        var stored: [String: String] = [:]
        for name in file.names where name != GGUFFamily.ropeFactors {
            guard let other = family.translated(name) else {
                throw PretrainedModelError.unknownTensor(file: file.path, name: name)
            }
            stored[other] = name
        }
        return stored
    }

    /// What config.json would say, and the file's keys by those of config.json.
    func config() throws -> (values: [String: JSONTree], spellings: [String: String]) {
        let known = Set(family.keys.keys).union(family.otherKeys)
        let unknown = metadata.keys.filter { !known.contains($0) && metadata[$0]?.json.asks == true }
        if let key = unknown.min() {
            throw PretrainedModelError.unknownKey(
                file: metadata.path, key: metadata.spelled(key), value: metadata[key]?.description ?? "")
        }
        var (values, spellings) = (try family.members(metadata), [String: String]())
        values["model_type"] = .string(family.modelType)
        values["vocab_size"] = metadata.rows(of: "token_embd.weight")
        values["tie_word_embeddings"] = .boolean(!metadata.has(tensor: "output.weight"))
        for (key, other) in family.keys {
            spellings[other] = metadata.spelled(key)
            if let value = metadata[key] { values[other] = value.json }
        }
        return (values, spellings)
    }
}

extension GGUFCheckpoint: TensorSource {
    var path: String { metadata.path }

    var names: [String] { Array(stored.keys) }

    func spelled(_ name: String) -> String { stored[name] ?? family.storedName(name) ?? name }

    private func entry(_ name: String) -> GGUFEntry? { stored[name].flatMap(metadata.file.entry) }

    func shape(of name: String) -> [Int]? {
        entry(name).map { entry in family.change(of: entry.name)?.restored(entry.shape) ?? entry.shape }
    }

    func typeName(of name: String) -> String? { entry(name)?.typeName }

    func tensor(_ name: String, inspecting inspect: @escaping FloatInspection) throws -> Tensor {
        let own = spelled(name)
        let tensor = try metadata.file.tensor(own, inspecting: inspect)
        return try family.change(of: own)?.restored(tensor, metadata) ?? tensor
    }
}
