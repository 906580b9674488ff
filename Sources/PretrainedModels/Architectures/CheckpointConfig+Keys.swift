internal import TextFormats

extension CheckpointConfig {
    /// Throws for a key that neither `known` names nor every checkpoint may have: it may stand for another network.
    ///
    /// A key whose value is null, false or empty asks for nothing.
    func refuseKeys(except known: Set<String>) throws {
        for key in ["quantization_config", "quantization", "compression_config"] where keysThatAsk.contains(key) {
            let method = object(key)?["quant_method"]?.string ?? object(key)?["format"]?.string ?? shown(key)
            throw PretrainedModelError.quantized(file: file, key: key, method: method)
        }
        let unknown = keysThatAsk.filter { !known.contains($0) && !Self.changesNothing($0) }
        if let key = unknown.min() { throw PretrainedModelError.unknownKey(file: file, key: key, value: shown(key)) }
    }

    /// Whether the key belongs to training, to text that goes on, or to some tool, whatever the family.
    private static func changesNothing(_ key: String) -> Bool {
        harmless.contains(key) || harmlessStarts.contains(where: key.hasPrefix)
            || harmlessEnds.contains(where: key.hasSuffix)
    }

    private static let harmlessStarts = ["_", "summary_", "transformers.js", "unsloth_"]
    // What is dropped at random is dropped in training only; which tokens are special, the tokenizer's files say.
    private static let harmlessEnds = ["_dropout", "_dropout_prob", "_pdrop", "_token_id"]

    /// What Hugging Face's tools write into the config of any model: training, generation, files and labels.
    private static let harmless: Set<String> = [
        "model_type", "architectures", "transformers_version", "torch_dtype", "dtype", "name_or_path", "auto_map",
        "tokenizer_class", "task_specific_params", "problem_type", "id2label", "label2id", "num_labels",
        "finetuning_task", "prefix", "use_cache", "initializer_range", "return_dict", "output_hidden_states",
        "output_attentions", "torchscript", "gradient_checkpointing", "chunk_size_feed_forward", "max_length",
        "min_length", "do_sample", "early_stopping", "num_beams", "num_beam_groups", "diversity_penalty",
        "temperature", "top_k", "top_p", "typical_p", "repetition_penalty", "length_penalty", "no_repeat_ngram_size",
        "encoder_no_repeat_ngram_size", "bad_words_ids", "num_return_sequences", "remove_invalid_values",
        "exponential_decay_length_penalty", "suppress_tokens", "begin_suppress_tokens", "pretraining_tp",
        "cache_implementation", "attn_implementation", "mup_width", "license", "description",
    ]
}
