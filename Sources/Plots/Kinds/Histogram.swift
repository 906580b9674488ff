public import Display

/// How often values fall into each of several stretches of the same length.
///
/// ```swift
/// histogram(model.W_E.norm(dim: -1), bins: 40, title: "Lengths of embeddings")
/// ```
public struct Histogram: Displayable, Sendable {
    let figure: XYFigure

    init(figure: XYFigure) { self.figure = figure }

    /// HTML, PNG and text of the picture. The same values always give the same bytes.
    public var mimeBundle: MIMEBundle { figure.bundle(kind: "histogram") }
}
