internal import GGUF
internal import Tokenizers

extension GGUFCheckpoint {
    /// The lists of its tokenizer; nil where the file has none.
    /// - Throws: ``PretrainedModelError/badValue(file:key:expected:found:)`` for a list of something else.
    func tokenTables() throws -> TokenTables? {
        guard let tokens = try list("tokens", "a list of texts", \.string) else { return nil }
        var tables = TokenTables(file: path, tokens: tokens)
        tables.model = value("model")?.string ?? "gpt2"
        // Older files don't say how text is cut; where one kind of model is known to do it in one way, that is it.
        let pre = value("pre")?.string ?? "default"
        tables.pre = pre == "default" ? usualWords : pre
        tables.kinds = try list("token_type", "a list of whole numbers", \.integer) ?? []
        tables.scores = try list("scores", "a list of numbers", \.number) ?? []
        tables.merges = try list("merges", "a list of texts", \.string) ?? []
        tables.bos = value("bos_token_id")?.integer
        tables.eos = value("eos_token_id")?.integer
        tables.unknown = value("unknown_token_id")?.integer
        tables.padding = value("padding_token_id")?.integer
        tables.addsPrefixSpace = value("add_space_prefix")?.boolean
        tables.addsBOS = value("add_bos_token")?.boolean
        if tables.model == "llama", tables.bos == nil, tables.eos == nil, tokens.count > 2 {
            (tables.bos, tables.eos, tables.unknown) = (1, 2, tables.unknown ?? 0)
        }
        return tables
    }

    private var usualWords: String? {
        ["gpt2": "gpt-2", "gptneox": "gpt-neox", "qwen2": "qwen2", "qwen3": "qwen2"][metadata.architecture]
    }

    private func value(_ key: String) -> GGUFValue? { metadata.file.metadata["tokenizer.ggml." + key] }

    private func list<Element>(
        _ key: String, _ expected: String, _ element: (GGUFValue) -> Element?
    ) throws -> [Element]? {
        guard let value = value(key) else { return nil }
        let elements = value.array?.compactMap(element)
        guard let elements, elements.count == value.array?.count else {
            throw PretrainedModelError.badValue(
                file: path, key: "tokenizer.ggml." + key, expected: expected,
                found: value.array == nil ? value.description : "one with something else in it")
        }
        return elements
    }
}
