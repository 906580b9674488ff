internal import SwiftLens

/// How a model's configuration prints in a cell.
enum ConfigText {
    static func text(_ cfg: HookedTransformerConfig) -> String {
        let lines: [(String, String)] = [
            ("modelName", cfg.modelName), ("nLayers", "\(cfg.nLayers)"), ("nHeads", "\(cfg.nHeads)"),
            ("dModel", "\(cfg.dModel)"), ("dHead", "\(cfg.dHead)"), ("dMLP", "\(cfg.dMLP)"), ("nCtx", "\(cfg.nCtx)"),
            ("dVocab", "\(cfg.dVocab)"), ("actFn", "\(cfg.actFn)"), ("eps", "\(cfg.eps)"),
            ("normalizationType", "\(cfg.normalizationType)"),
        ]
        return "HookedTransformerConfig(\n" + lines.map { "    \($0.0): \($0.1)" }.joined(separator: "\n") + "\n)"
    }
}
