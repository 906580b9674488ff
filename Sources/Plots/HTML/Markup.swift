internal import SessionSafety
internal import TextFormats

/// Text from data made harmless in each of the languages that a picture is written in.
enum Markup {
    /// For HTML and SVG, inside elements and inside quoted attributes.
    static func escape(_ text: String) -> String { HTMLText.escaped(bounded(text), onOneLine: true) }

    /// A JSON string literal that can stand inside a `<script>` element.
    static func script(_ text: String) -> String { JSONText.stringInScript(bounded(text)) }

    /// No title, name or cell is read further than this.
    private static func bounded(_ text: String) -> String {
        text.utf8.count > 10_000
            ? text.unicodeScalars.prefix(10_000).reduce(into: "") { $0.unicodeScalars.append($1) } + "…" : text
    }

    static func script(_ texts: [String]) throws -> String {
        var items: [String] = []
        try Blocks.forEach(0..<texts.count, of: 1024) { items += texts[$0].map { script($0) } }
        return "[" + items.joined(separator: ",") + "]"
    }

    /// A `data:` address of an SVG document. Percent-encoding keeps the base64 of images inside it as short as it is.
    static func address(ofSVG svg: String) throws -> String {
        var result = "data:image/svg+xml,"
        var count = 0
        for byte in svg.utf8 {
            count += 1
            if count & 0xFFFF == 0 { try Interruption.check() }
            if plainInAddress.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                result += hex.count == 1 ? "%0" + hex : "%" + hex
            }
        }
        return result
    }

    private static let plainInAddress = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/:;=,+()".utf8)
}
