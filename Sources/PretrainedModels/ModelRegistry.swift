/// The names that `fromPretrained` knows, with the repository of each in Hugging Face's cache.
///
/// ```swift
/// ModelRegistry.names        // ["tiny-ioi", "gpt2-small", …]
/// ```
public enum ModelRegistry {
    /// One known model.
    struct Entry: Sendable {
        let name: String
        /// Other names of the same model.
        let aliases: [String]
        /// What Hugging Face's tools call it, first the name to fetch it by; empty for models that come with the project.
        let repositories: [String]

        /// The command that fetches the model.
        var command: String {
            "hf download \(repositories.first ?? name) config.json model.safetensors vocab.json merges.txt"
        }
    }

    static let entries = [
        Entry(name: "tiny-ioi", aliases: [], repositories: []),
        Entry(name: "gpt2-small", aliases: ["gpt2"], repositories: ["gpt2", "openai-community/gpt2"]),
        Entry(name: "gpt2-medium", aliases: [], repositories: ["gpt2-medium", "openai-community/gpt2-medium"]),
        Entry(name: "gpt2-large", aliases: [], repositories: ["gpt2-large", "openai-community/gpt2-large"]),
        Entry(name: "gpt2-xl", aliases: [], repositories: ["gpt2-xl", "openai-community/gpt2-xl"]),
        Entry(name: "distilgpt2", aliases: ["distillgpt2"], repositories: ["distilgpt2", "distilbert/distilgpt2"]),
    ]

    /// All names, aliases left out.
    public static var names: [String] { entries.map(\.name) }

    /// The model of that name or alias.
    static func entry(_ name: String) -> Entry? {
        entries.first { $0.name == name || $0.aliases.contains(name) || $0.repositories.contains(name) }
    }
}
