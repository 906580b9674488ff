internal import SessionSafety

/// Text from data made harmless in each of the languages that a picture is written in.
enum Markup {
    /// The classes by which MathJax leaves text alone: JupyterLab would set what stands between two `$` as mathematics.
    static let asItIs = "tex2jax_ignore mathjax_ignore"

    /// For HTML and SVG, inside elements and inside quoted attributes. Characters that XML forbids become U+FFFD.
    static func escape(_ text: String) -> String {
        var result = ""
        for scalar in bounded(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r", "\u{2028}", "\u{2029}": result += " "
            case _ where scalar.value < 32 || (0xFFFE...0xFFFF).contains(scalar.value): result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A JSON string literal that can stand inside a `<script>` element: no `<`, no `>`, no `&`, no line separators.
    static func script(_ text: String) -> String {
        var result = "\""
        for scalar in bounded(text).unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{7F}": result += unicodeEscape(scalar)
            case _ where scalar.value < 32: result += unicodeEscape(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

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

    private static func unicodeEscape(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
}
