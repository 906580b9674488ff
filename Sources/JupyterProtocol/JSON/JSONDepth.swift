/// Looks at the nesting of JSON text without parsing it, so that no parser meets what could exhaust its stack.
enum JSONDepth {
    /// Whether arrays and objects in `bytes` are nested at most `limit` deep.
    static func isWithin(_ limit: Int, _ bytes: [UInt8]) -> Bool {
        var depth = 0
        var inString = false
        var escaped = false
        for byte in bytes {
            if inString {
                if escaped {
                    escaped = false
                } else if byte == Self.backslash {
                    escaped = true
                } else if byte == Self.quote {
                    inString = false
                }
                continue
            }
            switch byte {
            case quote: inString = true
            case openBracket, openBrace: depth += 1
            case closeBracket, closeBrace: depth -= 1
            default: continue
            }
            if depth > limit { return false }
        }
        return true
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let openBracket = UInt8(ascii: "[")
    private static let closeBracket = UInt8(ascii: "]")
    private static let openBrace = UInt8(ascii: "{")
    private static let closeBrace = UInt8(ascii: "}")
}
