/// One thing to show, in several representations; a front end shows the richest that it can.
///
/// ```swift
/// MIMEBundle(plain: "12/40").with(.html, "<progress value=12 max=40></progress>")
/// ```
public struct MIMEBundle: Sendable, Equatable {
    /// The representations by MIME type. Text as it is; images as base64 without a `data:` prefix.
    public private(set) var representations: [MIMEType: String]

    /// What front ends may want to know about a representation, as JSON text by MIME type, such as `{"width": 200}`.
    public private(set) var metadata: [MIMEType: String] = [:]

    /// A bundle always has a plain-text form: consoles, logs and screen readers show nothing else.
    public init(plain: String) { representations = [.plain: plain] }

    /// The text/plain form.
    public var plain: String { representations[.plain] ?? "" }

    /// The same bundle with one more representation.
    public func with(_ type: MIMEType, _ content: String, metadata json: String? = nil) -> MIMEBundle {
        var copy = self
        copy.representations[type] = content
        copy.metadata[type] = json
        return copy
    }
}
