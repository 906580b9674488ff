extension JSONNode {
    /// The value of a whole file.
    /// - Parameter pace: called every few thousand values; what it throws ends reading, and is the error's `cause`.
    /// - Throws: ``JSONFault`` for what is no JSON, for a name that occurs twice, and for nesting beyond ``JSONScanner/deepest``.
    package init(_ bytes: [UInt8], pace: (() throws -> Void)? = nil) throws(JSONFault) {
        var scanner = JSONScanner(bytes, pace: pace)
        self = try scanner.node(depth: 0)
        try scanner.expectEnd()
    }
}

extension JSONScanner {
    mutating func node(depth: Int) throws(JSONFault) -> JSONNode {
        guard depth < Self.deepest else { throw fault("nesting of at most \(Self.deepest) levels") }
        try count()
        switch peek() {
        case "{": return .object(try members(depth: depth))
        case "[":
            var elements: [JSONNode] = []
            try forEachElement { scanner throws(JSONFault) in elements.append(try scanner.node(depth: depth + 1)) }
            return .array(elements)
        case "\"": return .string(try string())
        case "t", "f": return .boolean(try boolean())
        case "n":
            guard acceptNull() else { throw fault("null") }
            return .null
        default: return .number(try exactNumber())
        }
    }

    private mutating func members(depth: Int) throws(JSONFault) -> JSONObject {
        var object = JSONObject()
        try forEachMember { (scanner, name: String) throws(JSONFault) in
            guard object[name] == nil else {
                throw JSONFault("the name \"\(name)\" occurs twice, at byte \(scanner.offset)", offset: scanner.offset)
            }
            object[name] = try scanner.node(depth: depth + 1)
        }
        return object
    }

    private mutating func exactNumber() throws(JSONFault) -> String {
        for word: StaticString in ["NaN", "Infinity", "-Infinity"] where accept(word: word) { return "\(word)" }
        let start = self
        let text = numberText()
        guard Self.isNumber(text) else { throw start.fault("a value") }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether this is a number as JSON writes them: `-12.50e+3`, without zeros in front.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        func take(_ bytes: String.UTF8View) -> Bool {
            guard let first = rest.first, bytes.contains(first) else { return false }
            rest.removeFirst()
            return true
        }
        func takeDigits() -> Bool {
            let digits = rest.prefix(while: isDigit)
            rest = rest.dropFirst(digits.count)
            return !digits.isEmpty
        }
        _ = take("-".utf8)
        guard take("0".utf8) || takeDigits() else { return false }
        if take(".".utf8), !takeDigits() { return false }
        if take("eE".utf8) {
            _ = take("+-".utf8)
            if !takeDigits() { return false }
        }
        return rest.isEmpty
    }
}
