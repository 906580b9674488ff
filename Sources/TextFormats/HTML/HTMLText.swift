/// Text from data made harmless in HTML, SVG and other XML.
package enum HTMLText {
    /// The classes by which MathJax leaves text alone: JupyterLab would set what stands between two `$` as mathematics.
    package static let asItIs = "tex2jax_ignore mathjax_ignore"

    /// `text` for the inside of elements and of quoted attributes. Characters that XML forbids become U+FFFD.
    /// - Parameter onOneLine: whether line ends and tabs become spaces.
    package static func escaped(_ text: String, onOneLine: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r", "\u{2028}", "\u{2029}": result.unicodeScalars.append(onOneLine ? " " : scalar)
            case _ where scalar.value < 32 || (0xFFFE...0xFFFF).contains(scalar.value): result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
