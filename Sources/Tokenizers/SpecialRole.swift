/// What a token is there for, by the keys of tokenizer_config.json.
enum SpecialRole: String, CaseIterable, Sendable {
    case bos = "bos_token"
    case eos = "eos_token"
    case unk = "unk_token"
    case sep = "sep_token"
    case pad = "pad_token"
    case cls = "cls_token"
    case mask = "mask_token"
}
