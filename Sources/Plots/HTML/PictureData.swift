/// The data of a picture, read back from the page that this library wrote.
///
/// What is drawn follows from it: two pictures with the same data say the same, whatever their pixels are.
package struct PictureData {
    /// Such as `heatmap`.
    package let kind: String
    /// What the script of the page is given, as JSON.
    package let json: String
    /// The levels of the colours, row by row, where there are too many numbers for the page to hold them.
    package let levels: [[UInt8]]
    /// How many digits its numbers have.
    package let digits: Int

    /// Whether its numbers are written beside its largest one, see ``NumberText/significant(_:_:besides:)``.
    package var isMap: Bool { kind == "heatmap" || kind == "attention" }
    package static let mapDigits = 4

    /// Nil for a page that is no picture of this library.
    package init?(html: String) {
        guard let name = html.firstMatch(of: /<div class="swiftlens-([a-z]+)[ "]/),
            let start = html.firstRange(of: "const D="),
            let end = html[start.upperBound...].firstRange(of: ";\n")
        else { return nil }
        kind = String(name.1)
        json = String(html[start.upperBound..<end.lowerBound])
        digits = kind == "attention" ? 3 : 4
        let hasNumbers = json.contains("\"v\":[") || json.contains("\"px\":[")
        levels = hasNumbers ? [] : Self.images(in: html[..<start.lowerBound])
    }

    /// Members of ``json`` that say how the picture is laid out, and what the levels of colours mean where numbers stand beside.
    package var layout: Set<String> {
        let places: Set = ["w", "h", "first", "step", "top", "bottom", "px", "py", "reach"]
        return levels.isEmpty ? places.union(["lo", "hi"]) : places
    }

    private static func images(in html: Substring) -> [[UInt8]] {
        html.matches(of: /href=%27data:image\/png;base64,([A-Za-z0-9+\/=]+)%27/).compactMap { found in
            Base64.decode(found.1).flatMap { try? PNGDecoder.picture($0) }?.samples
        }
    }
}
