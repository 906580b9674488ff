// The names are TransformerLens's; its aliases and the repositories' names are others of the same models.

extension ModelRegistry {
    static let gpt2 = [
        Entry(name: "gpt2-small", aliases: ["gpt2"], repositories: ["gpt2", "openai-community/gpt2"], files: .gpt2),
        Entry(name: "gpt2-medium", repositories: ["gpt2-medium", "openai-community/gpt2-medium"], files: .gpt2),
        Entry(name: "gpt2-large", repositories: ["gpt2-large", "openai-community/gpt2-large"], files: .gpt2),
        Entry(name: "gpt2-xl", repositories: ["gpt2-xl", "openai-community/gpt2-xl"], files: .gpt2),
        Entry(
            name: "distilgpt2", aliases: ["distillgpt2", "distill-gpt2", "distil-gpt2", "gpt2-xs"],
            repositories: ["distilgpt2", "distilbert/distilgpt2"], files: .gpt2),
    ]

    static let gptNeo =
        [
            Entry(
                name: "gpt-neo-125M", aliases: ["gpt-neo-small", "neo-small", "neo"],
                repositories: ["EleutherAI/gpt-neo-125M", "EleutherAI/gpt-neo-125m"]),
            Entry(
                name: "gpt-neo-1.3B", aliases: ["gpt-neo-medium", "neo-medium"],
                repositories: ["EleutherAI/gpt-neo-1.3B"]),
            Entry(
                name: "gpt-neo-2.7B", aliases: ["gpt-neo-large", "neo-large"], repositories: ["EleutherAI/gpt-neo-2.7B"]
            ),
        ]
        + tinyStories([
            ("1M", "1M"), ("3M", "3M"), ("8M", "8M"), ("28M", "28M"), ("33M", "33M"), ("Instruct-1M", "instruct-1M"),
            ("Instruct-3M", "instruct-3M"), ("Instruct-8M", "instruct-8M"), ("Instruct-28M", "instruct-28M"),
            ("Instruct-33M", "instruct-33M"), ("1Layer-21M", "1L-21M"), ("2Layers-33M", "2L-33M"),
            ("Instuct-1Layer-21M", "instruct-1L-21M"), ("Instruct-2Layers-33M", "instruct-2L-33M"),
        ])

    private static func tinyStories(_ sizes: [(repository: String, name: String)]) -> [Entry] {
        sizes.map { size in
            Entry(
                name: "tiny-stories-" + size.name, repositories: ["roneneldan/TinyStories-" + size.repository],
                files: .pickled)
        }
    }

    /// With the names that the sizes had before, and trained on the whole text or on what is left without repetitions.
    static let pythia: [Entry] = [
        ("14m", nil), ("31m", nil), ("70m", "19m"), ("160m", "125m"), ("410m", "350m"), ("1b", "800m"),
        ("1.4b", "1.3b"),
        ("2.8b", "2.7b"), ("6.9b", "6.7b"), ("12b", "13b"),
    ].flatMap { (size: String, old: String?) in
        ["", "-deduped", "-v0", "-deduped-v0"].compactMap { kind in
            // The two smallest were trained once.
            if !kind.isEmpty, old == nil { return nil }
            let olds = old.map { ["pythia-\($0)\(kind)", "EleutherAI/pythia-\($0)\(kind)"] } ?? []
            return Entry(
                name: "pythia-\(size)\(kind)", aliases: olds + (size == "70m" && kind.isEmpty ? ["pythia"] : []),
                repositories: ["EleutherAI/pythia-\(size)\(kind)"])
        }
    }

    static let llama: [Entry] =
        ["1B", "3B"].flatMap { ["meta-llama/Llama-3.2-\($0)", "meta-llama/Llama-3.2-\($0)-Instruct"] }.map(named)
        + [
            "meta-llama/Llama-3.1-8B", "meta-llama/Llama-3.1-8B-Instruct", "meta-llama/Meta-Llama-3-8B",
            "meta-llama/Meta-Llama-3-8B-Instruct",
        ].map(named)
        + [
            Entry(name: "Llama-2-7b", repositories: ["meta-llama/Llama-2-7b-hf"]),
            Entry(name: "Llama-2-7b-chat", repositories: ["meta-llama/Llama-2-7b-chat-hf"]),
            Entry(name: "Llama-2-13b", repositories: ["meta-llama/Llama-2-13b-hf"]),
            Entry(name: "tinyllama-1.1b", aliases: ["tinyllama"], repositories: ["TinyLlama/TinyLlama_v1.1"]),
            Entry(
                name: "smollm2-135m", aliases: ["smollm2-135m-instruct"],
                repositories: ["HuggingFaceTB/SmolLM2-135M-Instruct"]),
            Entry(
                name: "mistral-7b", aliases: ["mistral"], repositories: ["mistralai/Mistral-7B-v0.1"]),
            Entry(name: "mistral-7b-instruct", repositories: ["mistralai/Mistral-7B-Instruct-v0.1"]),
        ]

    static let qwen: [Entry] =
        ["0.5B", "1.5B", "3B", "7B"].flatMap { size in
            ["Qwen/Qwen2.5-\(size)", "Qwen/Qwen2.5-\(size)-Instruct"] + (size == "3B" ? [] : ["Qwen/Qwen2-\(size)"])
        }.map(shortened) + ["0.6B", "1.7B", "4B", "8B", "14B"].map { "Qwen/Qwen3-\($0)" }.map(shortened)

    static let gemma: [Entry] = [
        "gemma-2b", "gemma-7b", "gemma-2b-it", "gemma-7b-it", "gemma-2-2b", "gemma-2-2b-it", "gemma-2-9b",
        "gemma-2-9b-it", "gemma-2-27b", "gemma-2-27b-it", "gemma-3-270m", "gemma-3-270m-it", "gemma-3-1b-pt",
        "gemma-3-1b-it",
    ].map { Entry(name: $0, repositories: ["google/" + $0]) }

    /// A model that goes by its repository's name, without the owner too.
    private static func named(_ repository: String) -> Entry {
        Entry(
            name: repository, aliases: [String(repository.drop { $0 != "/" }.dropFirst())], repositories: [repository])
    }

    /// A model whose name is the repository's in small letters.
    private static func shortened(_ repository: String) -> Entry {
        Entry(name: repository.drop { $0 != "/" }.dropFirst().lowercased(), repositories: [repository])
    }
}
