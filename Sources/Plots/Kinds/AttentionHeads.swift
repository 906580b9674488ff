public import Display
internal import SessionSafety

/// Attention patterns of one or several heads: each small, one of them large with its tokens.
///
/// ```swift
/// attentionHeads(cache["pattern", 4][0], tokens: model.toStrTokens(prompt))
/// ```
/// In a notebook, pointing at a small picture shows it large and a click keeps it; a second click lets it go. Pointing
/// into the large one names source, destination and value; dragging over a part of it zooms in, a double click out.
public struct AttentionHeads: Displayable, Sendable {
    let figure: AttentionFigure

    init(figure: AttentionFigure) { self.figure = figure }

    /// HTML, PNG and text of the picture. The same values always give the same bytes.
    public var mimeBundle: MIMEBundle {
        Fault.raising(returning: MIMEBundle(plain: "")) {
            let scale = try AttentionScale(figure.values)
            return try Picture(
                kind: "attention", scene: figure.scene(scale), alternative: figure.alternative(),
                plain: figure.plainText(), script: figure.script(scale)
            ).bundle()
        }
    }
}

extension AttentionHeads {
    /// Heads of `[destination][source]` rows that are at hand.
    package init(rows: [[[Float]]], tokens: [String], headNames: [String], title: String = "") {
        figure = AttentionFigure(
            title: title, headNames: headNames, tokens: tokens, destinations: rows.first?.count ?? 0,
            values: rows.flatMap { $0.flatMap { $0 } })
    }
}
