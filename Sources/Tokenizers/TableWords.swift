/// How a GGUF file's `tokenizer.ggml.pre` says that text is cut into words: by the name of a model that does it so.
struct TableWords {
    var splitter: WordSplitter
    /// Whether a word that is a token becomes it at once.
    var ignoresMerges = false
    /// Whether letters and their marks become one character first.
    var composes = false
    /// Whether texts begin with the BOS where the file does not say.
    var addsBOS = false

    /// nil for a name that is not known here.
    init?(named name: String) {
        switch name {
        case "gpt-2", "gpt2", "phi-2", "jina-es", "jina-de", "jais", "granite-docling": splitter = WordSplitter()
        case "gpt-neox", "olmo", "mpt": (splitter, composes) = (WordSplitter(), true)
        case "smollm", "starcoder", "refact", "command-r", "codeshell", "exaone", "minerva-7b":
            splitter = .singleDigits
        case "llama3", "llama-v3", "llama-bpe", "falcon3", "falcon-h1", "pixtral", "midm-2.0", "lfm2":
            (splitter, ignoresMerges, addsBOS) = (.pattern(mostDigits: 3), true, true)
        case "dbrx", "smaug-bpe": splitter = .pattern(mostDigits: 3)
        case "qwen2", "deepseek-r1-qwen", "megrez": (splitter, composes) = (.pattern(mostDigits: 1), true)
        case "stablelm2", "hunyuan": splitter = .pattern(mostDigits: 1)
        default: return nil
        }
    }
}
