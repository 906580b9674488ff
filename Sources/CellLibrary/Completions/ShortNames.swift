/// The short names of hook points, which `actName` and caches understand: `z` of `blocks.0.attn.hook_z`.
enum ShortNames {
    /// The short names of full ones, each once, in their order.
    static func of(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.compactMap { name in
            guard let last = name.split(separator: ".").last, last.hasPrefix("hook_") else { return nil }
            let short = String(last.dropFirst("hook_".count))
            return seen.insert(short).inserted ? short : nil
        }
    }

    /// Those of every model as it is loaded.
    static let usual = [
        "embed", "pos_embed", "scale", "normalized", "k", "q", "v", "z", "attn_scores", "pattern", "pre", "post",
        "attn_out", "mlp_out", "resid_pre", "resid_mid", "resid_post",
    ]
}
