internal import TextFormats

/// What config.json says of the language model, where the model also sees pictures: Gemma 3 from 4B on.
enum LanguagePartConfig {
    /// The keys under `text_config`, as the language model alone would have them; nil where the model is none of this kind.
    static func values(in object: [String: JSONTree]) -> [String: JSONTree]? {
        guard object["model_type"]?.string == "gemma3", let text = object["text_config"]?.object else { return nil }
        var values = gemma3.merging(text) { $1 }
        values["model_type"] = .string("gemma3_text")
        // What holds for all weights stands outside.
        for key in ["quantization_config", "compression_config", "tie_word_embeddings"] where values[key] == nil {
            values[key] = object[key]
        }
        return values
    }

    /// What Hugging Face leaves out where it is as usual.
    private static let gemma3: [String: JSONTree] = [
        "vocab_size": .number(262208), "num_attention_heads": .number(8), "num_key_value_heads": .number(4),
        "head_dim": .number(256), "max_position_embeddings": .number(131072),
    ]
}
