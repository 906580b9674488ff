internal import Display
internal import TextFormats

/// Puts the representations of one picture together.
struct Picture {
    /// The CSS class of the element, prefixed with `swiftlens-`.
    var kind: String
    var scene: Scene
    /// What a screen reader says, and what stands there when an image can't be shown.
    var alternative: String
    /// The text/plain form.
    var plain: String
    /// JavaScript that sees `root` (the element), `img` (the still picture in it) and makes them live. Empty: none.
    var script = ""

    /// HTML with a still picture that a script makes live, the same picture as PNG, and text.
    ///
    /// The still picture is an `img` because that is what an untrusted notebook keeps of all this; the script finds it
    /// as its own neighbour, so that there are no ids to clash and nothing random in the bytes.
    ///
    /// - Throws: `Interrupted` when a stop was asked for.
    func bundle() throws -> MIMEBundle {
        let size = "{\"width\": \(Int(scene.width)), \"height\": \(Int(scene.height))}"
        return try MIMEBundle(plain: plain)
            .with(.html, html())
            .with(.png, Base64.encode(PNGRenderer.render(scene)), metadata: size)
    }

    private func html() throws -> String {
        let address = try Markup.address(ofSVG: SVGRenderer.render(scene))
        let size = "width=\"\(Int(scene.width))\" height=\"\(Int(scene.height))\""
        let look = "position:relative;display:inline-block;max-width:100%;background-color:#ffffff;color:#2a3f5f"
        let image = "<img alt=\"\(Markup.escape(alternative))\" \(size) style=\"display:block\" src=\"\(address)\">"
        let element = "<div class=\"swiftlens-\(kind) \(HTMLText.asItIs)\" style=\"\(look)\">\(image)</div>"
        guard !script.isEmpty else { return element }
        return element + "<script>(()=>{const root=document.currentScript.previousElementSibling,"
            + "img=root.querySelector(\"img\");\n\(script)})()</script>"
    }
}
