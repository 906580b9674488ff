import Display
import Foundation
import Testing

/// What every picture must keep: three representations, the same bytes again, no network, no id, nothing from the data
/// that a browser could take for markup.
func checkPicture(_ picture: any Displayable, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let bundle = picture.mimeBundle
    #expect(bundle == picture.mimeBundle, "the same values give the same bytes", sourceLocation: sourceLocation)
    let html = try #require(bundle.representations[.html], sourceLocation: sourceLocation)
    let png = try #require(bundle.representations[.png], sourceLocation: sourceLocation)
    #expect(!bundle.plain.isEmpty, sourceLocation: sourceLocation)
    let addressed = html.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
    let foreign = ["http:", "https:", "src=\"//", " id=\"", "Math.random", "Date"].filter { addressed.contains($0) }
    #expect(foreign == [], "no network, no ids, nothing random", sourceLocation: sourceLocation)
    #expect(
        html.contains("tex2jax_ignore mathjax_ignore"), "no text is set as mathematics", sourceLocation: sourceLocation)
    let hasStill = html.contains("<img alt=")
    #expect(hasStill, "a still picture for views without scripts", sourceLocation: sourceLocation)
    try checkPNG(png, sourceLocation: sourceLocation)
}

/// Expects the picture's own script to be the only one, and no element that came out of the data.
func checkEscaped(_ picture: any Displayable, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let bundle = picture.mimeBundle
    let html = try #require(bundle.representations[.html], sourceLocation: sourceLocation)
    let (opened, closed) = (
        html.components(separatedBy: "<script").count, html.components(separatedBy: "</script").count
    )
    #expect(opened == 2 && closed == 2, "one script, the picture's own", sourceLocation: sourceLocation)
    let harmful = ["<img src=x", "\u{2028}"].filter { html.contains($0) }
    #expect(harmful == [], sourceLocation: sourceLocation)
    let svg = try stillPicture(bundle)
    let elements = ["<script", "<img"].filter { svg.contains($0) }
    #expect(elements == [], sourceLocation: sourceLocation)
}

/// The still picture of a bundle, as SVG.
func stillPicture(_ bundle: MIMEBundle) throws -> String {
    let html = try #require(bundle.representations[.html])
    let address = try #require(html.components(separatedBy: "src=\"data:image/svg+xml,").dropFirst().first)
    return try #require(address.components(separatedBy: "\"").first?.removingPercentEncoding)
}

/// Text that would run if it were taken for markup.
let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u{2028}"
