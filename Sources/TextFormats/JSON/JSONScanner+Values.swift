// Values of any kind, for files of which only some members matter.

extension JSONScanner {
    /// Any value as a tree; an object may not hold a name twice.
    /// - Throws: ``JSONFault`` for what is no JSON, and for nesting beyond ``deepest``.
    package mutating func tree() throws(JSONFault) -> JSONTree { try tree(depth: 0) }

    /// How deep values may be nested. Files of models have 6 levels; without a bound the stack would be the bound.
    package static let deepest = 128

    private mutating func tree(depth: Int) throws(JSONFault) -> JSONTree {
        guard depth < Self.deepest else { throw fault("nesting of at most \(Self.deepest) levels") }
        switch peek() {
        case "{":
            var members: [String: JSONTree] = [:]
            try forEachMember { (scanner, name: String) throws(JSONFault) in
                guard members.updateValue(try scanner.tree(depth: depth + 1), forKey: name) == nil else {
                    throw JSONFault("the name \"\(name)\" occurs twice")
                }
            }
            return .object(members)
        case "[":
            var elements: [JSONTree] = []
            try forEachElement { scanner throws(JSONFault) in elements.append(try scanner.tree(depth: depth + 1)) }
            return .array(elements)
        case "\"": return .string(try string())
        case "t", "f": return .boolean(try boolean())
        case "n":
            guard acceptNull() else { throw fault("null") }
            return .null
        default: return .number(try number())
        }
    }

    /// An array; `body` reads each element.
    package mutating func forEachElement(
        _ body: (inout JSONScanner) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try expect("[")
        if accept("]") { return }
        repeat { try body(&self) } while accept(",")
        try expect("]")
    }

    /// Goes over a value that nobody wants.
    ///
    /// Brackets are counted and strings are gone over; what it is made of is checked by whoever reads it.
    package mutating func skipValue() throws(JSONFault) {
        var depth = 0
        repeat {
            switch peek() {
            case "{", "[":
                depth += 1
                advance()
            case "}", "]":
                depth -= 1
                advance()
            case "\"": try skipText()
            case nil: throw fault("the end of a value")
            default: advance()
            }
        } while depth > 0 || depth == 0 && isWithinWord
        guard depth == 0 else { throw fault("a value") }
    }

    /// Whether a number or a word such as `true` goes on here.
    private var isWithinWord: Bool {
        guard let next = following else { return false }
        return !",]}:\"[{ \n\r\t".unicodeScalars.contains(next)
    }

    package mutating func acceptNull() -> Bool { accept(word: "null") }

    /// A number, and what Python writes for those that JSON lacks.
    package mutating func number() throws(JSONFault) -> Double {
        if accept(word: "NaN") { return .nan }
        if accept(word: "Infinity") { return .infinity }
        if accept(word: "-Infinity") { return -.infinity }
        let text = numberText()
        guard !text.isEmpty, let number = Double(String(decoding: text, as: UTF8.self)) else { throw fault("a value") }
        return number
    }
}

/// JSON of any shape.
package indirect enum JSONTree: Sendable, Equatable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONTree])
    case object([String: JSONTree])

    /// The tree of a whole file.
    package init(_ bytes: [UInt8]) throws(JSONFault) {
        var scanner = JSONScanner(bytes)
        self = try scanner.tree()
        try scanner.expectEnd()
    }

    /// The member called `name` of an object.
    package subscript(name: String) -> JSONTree? { object?[name] }

    package var object: [String: JSONTree]? { if case .object(let members) = self { members } else { nil } }
    package var array: [JSONTree]? { if case .array(let elements) = self { elements } else { nil } }
    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var number: Double? { if case .number(let number) = self { number } else { nil } }
    package var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
}

extension JSONTree: CustomStringConvertible {
    /// The value as an error shows it.
    package var description: String {
        switch self {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
        case .string(let text): text.count > 60 ? text.prefix(60) + "…" : text
        case .array(let elements): "a list of \(elements.count)"
        case .object(let members): "an object of \(members.count)"
        }
    }
}
