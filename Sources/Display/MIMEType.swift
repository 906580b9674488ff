/// The MIME types in which values show themselves.
public enum MIMEType: String, Sendable, Hashable, CaseIterable {
    /// Text.
    case plain = "text/plain"
    /// A page or a part of one.
    case html = "text/html"
    /// Text with Markdown's marks.
    case markdown = "text/markdown"
    /// A picture made of pixels.
    case png = "image/png"
    /// A picture made of shapes.
    case svg = "image/svg+xml"
    /// A formula.
    case latex = "text/latex"
}
