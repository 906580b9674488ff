/// The families of models that can be loaded.
enum ArchitectureTable {
    static let all: [any Architecture.Type] = [
        GPT2Architecture.self,
        GPTNeoArchitecture.self,
        GPTNeoXArchitecture.self,
        LlamaArchitecture.self,
        MistralArchitecture.self,
        Qwen2Architecture.self,
        Qwen3Architecture.self,
        GemmaArchitecture.self,
        Gemma2Architecture.self,
        Gemma3Architecture.self,
        OPTArchitecture.self,
        GPTJArchitecture.self,
        PhiArchitecture.self,
        Phi3Architecture.self,
        TransformerLensArchitecture.self,
    ]

    /// The family of a checkpoint.
    /// - Throws: ``PretrainedModelError/unknownArchitecture(file:found:known:)``.
    static func architecture(of config: CheckpointConfig) throws -> any Architecture {
        guard let family = try all.first(where: { try $0.matches(config) }) else {
            throw PretrainedModelError.unknownArchitecture(
                file: config.file, found: try config.text("model_type") ?? "none", known: all.flatMap { $0.modelTypes })
        }
        return family.init(config: config)
    }
}
