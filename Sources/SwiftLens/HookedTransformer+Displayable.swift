public import Display
public import HookedTransformers

extension HookedTransformer: Displayable {
    /// The model in one line as text, its configuration as an HTML table.
    ///
    /// ```swift
    /// display(model)
    /// ```
    public var mimeBundle: MIMEBundle {
        let rows = cfg.settings + [["nParams", "\(cfg.nParams)"], ["bytes", "\(byteCount)"]]
        let sheet = table(rows, columns: ["config", "value"])
        return MIMEBundle(plain: description).with(.html, sheet.mimeBundle.representations[.html] ?? "")
    }
}
