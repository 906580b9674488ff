/// The names that `fromPretrained` knows, with the repository of each in Hugging Face's cache.
///
/// ```swift
/// ModelRegistry.names        // ["tiny-ioi", "gpt2-small", …]
/// ```
/// Other models go by their repository, `"me/my-model"`, by a folder or by a GGUF file. Capital and small letters are one.
public enum ModelRegistry {
    /// One known model.
    struct Entry: Sendable {
        let name: String
        /// Other names of the same model.
        var aliases: [String] = []
        /// What Hugging Face's tools call it, first the name to fetch it by; empty for models that come with the project.
        var repositories: [String] = []
        /// What has to be fetched.
        var files = Files.safetensors

        /// The command that fetches the model.
        var command: String { files.command(repositories.first ?? name) }

        func isCalled(_ other: String) -> Bool {
            let other = other.lowercased()
            return name.lowercased() == other || aliases.contains { $0.lowercased() == other }
                || repositories.contains { $0.lowercased() == other }
        }
    }

    /// Which of a repository's files make a model.
    enum Files {
        /// GPT-2's: one file of weights, and a vocabulary in two.
        case gpt2
        /// Weights in one file or several, and a tokenizer.json.
        case safetensors
        /// Weights that have to be converted, since they are pickled.
        case pickled

        func command(_ repository: String) -> String {
            switch self {
            case .gpt2: "hf download \(repository) config.json model.safetensors vocab.json merges.txt"
            case .safetensors where repository.lowercased().contains("gguf"):
                "hf download \(repository) --include \"*.gguf\""
            case .safetensors: "hf download \(repository) --include \"*.json\" \"*.safetensors\" \"merges.txt\""
            case .pickled: "hf download \(repository) --include \"*.json\" \"merges.txt\" \"pytorch_model.bin\""
            }
        }
    }

    static let entries = [Entry(name: "tiny-ioi")] + gpt2 + gptNeo + pythia + llama + qwen + gemma

    /// All names, aliases left out.
    public static var names: [String] { entries.map(\.name) }

    /// The model of that name or alias.
    static func entry(_ name: String) -> Entry? { entries.first { $0.isCalled(name) } }
}
