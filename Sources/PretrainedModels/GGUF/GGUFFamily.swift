internal import TextFormats

/// How GGUF files of one architecture say what Hugging Face's checkpoints of the same family say: their keys as keys of
/// config.json, their tensors' names as those of its safetensors.
///
/// The family's ``Architecture`` then reads either. ``all`` lists them.
struct GGUFFamily: Sendable {
    /// What `general.architecture` is.
    let architecture: String
    /// The family's `model_type`.
    let modelType: String
    /// Keys of config.json by the file's, which have the architecture in front; their values stay as they are.
    let keys: [String: String]
    /// Other keys that ``members`` reads, or that change nothing.
    var otherKeys: Set<String> = []
    /// Members of config.json that are not values of the file as they stand.
    var members: @Sendable (GGUFMetadata) throws -> [String: JSONTree] = { _ in [:] }
    /// Hugging Face's names of tensors by the file's: `#` for a layer's number, without `.weight` and `.bias`.
    let tensors: [String: String]
    /// What the format changes in the tensors whose names end so, by the names of the file.
    var changes: [String: GGUFChange] = [:]

    static let all: [GGUFFamily] = [llama, gpt2, gptNeoX, qwen2, qwen3, gemma, gemma2, gemma3]

    static func named(_ architecture: String) -> GGUFFamily? { all.first { $0.architecture == architecture } }
}
