/// The MIME types in which values show themselves.
public enum MIMEType: String, Sendable, Hashable, CaseIterable {
    case plain = "text/plain"
    case html = "text/html"
    case markdown = "text/markdown"
    case png = "image/png"
    case svg = "image/svg+xml"
    case latex = "text/latex"
}
