extension JSONNode {
    /// The value of a whole file.
    /// - Throws: ``JSONFault`` for what is no JSON, for a name that occurs twice, and for nesting beyond ``JSONScanner/deepest``.
    package init(_ bytes: [UInt8]) throws(JSONFault) {
        var scanner = JSONScanner(bytes)
        self = try scanner.node(depth: 0)
        try scanner.expectEnd()
    }
}

extension JSONScanner {
    fileprivate mutating func node(depth: Int) throws(JSONFault) -> JSONNode {
        guard depth < Self.deepest else { throw fault("nesting of at most \(Self.deepest) levels") }
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
        let text = String(decoding: numberText(), as: UTF8.self)
        guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil else {
            throw start.fault("a value")
        }
        return text
    }
}
