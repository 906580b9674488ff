public import Display
public import Hooks

extension ActivationCache: Displayable {
    /// The keys with the shapes and bytes of their activations, as text and as an HTML table.
    ///
    /// ```swift
    /// display(cache)
    /// ```
    public var mimeBundle: MIMEBundle {
        let rows = zip(keys, values).map { key, activation in
            [key, "\(activation.shape)", "\(activation.byteCount)"]
        }
        let sheet = table(rows, columns: ["key", "shape", "bytes"])
        return MIMEBundle(plain: description).with(.html, sheet.mimeBundle.representations[.html] ?? "")
    }
}
