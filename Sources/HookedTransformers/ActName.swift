/// The full name of a hook point from a short one.
///
/// ```swift
/// actName("z", 3)                   // "blocks.3.attn.hook_z"
/// actName("normalized", 2, "ln2")   // "blocks.2.ln2.hook_normalized"
/// actName("embed")                  // "hook_embed"
/// actName("pre5")                   // "blocks.5.mlp.hook_pre"
/// ```
/// The rules are those of TransformerLens's `get_act_name`: `attn` means `pattern`, `attn_logits` means `attn_scores`, `key`,
/// `query` and `value` mean `k`, `q` and `v`, `mlp_pre` and `mlp_post` mean `pre` and `post`. A full name stays as it is.
public func actName(_ name: String, _ layer: Int? = nil, _ layerType: String? = nil) -> String {
    let isFullName = name.contains(".") || name.hasPrefix("hook_")
    if isFullName && layer == nil && layerType == nil { return name }
    let short = ShortName(name) ?? ShortName(name: name, layer: layer, layerType: layerType)
    return short.fullName
}

/// A short name of a hook point, taken apart.
private struct ShortName {
    let name: String
    let layer: Int?
    let layerType: String?

    init(name: String, layer: Int?, layerType: String?) {
        self.name = Self.aliases[name] ?? name
        self.layer = layer
        self.layerType = layerType
    }

    /// `k6`, `pre5m`, `scale4ln1`: letters, the layer, and perhaps the kind of sub-module.
    init?(_ text: String) {
        let name = text.prefix { $0.isASCII && $0.isLetter }
        let digits = text.dropFirst(name.count).prefix { $0.isASCII && $0.isNumber }
        guard !name.isEmpty, let layer = Int(digits) else { return nil }
        let rest = text.dropFirst(name.count + digits.count)
        self.init(name: String(name), layer: layer, layerType: rest.isEmpty ? nil : String(rest))
    }

    var fullName: String {
        let block = layer.map { "blocks.\($0)." } ?? ""
        let final = layer == nil && ["scale", "normalized"].contains(name) ? "ln_final." : ""
        return final + block + (subModule.map { "\($0)." } ?? "") + "hook_\(name)"
    }

    private var subModule: String? {
        if Self.attention.contains(name) { return "attn" }
        if Self.mlp.contains(name) { return "mlp" }
        guard let layerType else { return nil }
        switch layerType {
        case "a", "attention", "attn": return "attn"
        case "m", "mlp": return "mlp"
        case "b", "block", "blocks", "": return nil
        default: return layerType
        }
    }

    private static let attention: Set = [
        "k", "v", "q", "z", "rot_k", "rot_q", "result", "pattern", "attn_scores",
    ]
    private static let mlp: Set = ["pre", "post", "mid", "pre_linear"]
    private static let aliases = [
        "attn": "pattern", "attn_logits": "attn_scores", "key": "k", "query": "q", "value": "v", "mlp_pre": "pre",
        "mlp_mid": "mid", "mlp_post": "post",
    ]
}
