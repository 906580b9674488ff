public import Display
public import TensorCore

extension Tensor: Displayable {
    /// The values as text and as an HTML table.
    ///
    /// ```swift
    /// display(logits[0, -1])
    /// ```
    /// A single number is text alone: `logits.mimeBundle.plain`.
    public var mimeBundle: MIMEBundle {
        let text = MIMEBundle(plain: description)
        return ndim == 0 ? text : text.with(.html, htmlTable)
    }
}
