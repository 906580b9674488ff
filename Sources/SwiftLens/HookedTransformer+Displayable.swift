public import Display
public import HookedTransformers

extension HookedTransformer: Displayable {
    /// The model in one line as text, its configuration as an HTML table.
    ///
    /// ```swift
    /// display(model)
    /// ```
    public var mimeBundle: MIMEBundle {
        let rows = [
            ["modelName", cfg.modelName], ["nLayers", "\(cfg.nLayers)"], ["nHeads", "\(cfg.nHeads)"],
            ["dModel", "\(cfg.dModel)"], ["dHead", "\(cfg.dHead)"], ["dMLP", "\(cfg.dMLP)"], ["nCtx", "\(cfg.nCtx)"],
            ["dVocab", "\(cfg.dVocab)"], ["nParams", "\(cfg.nParams)"], ["actFn", "\(cfg.actFn)"],
            ["eps", "\(cfg.eps)"], ["normalizationType", "\(cfg.normalizationType)"], ["bytes", "\(byteCount)"],
        ]
        let sheet = table(rows, columns: ["config", "value"])
        return MIMEBundle(plain: description).with(.html, sheet.mimeBundle.representations[.html] ?? "")
    }
}
