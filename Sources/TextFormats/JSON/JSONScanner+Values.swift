// Values of any kind, for files of which only some members matter.

extension JSONScanner {
    /// Any value as a tree; an object may not hold a name twice.
    /// - Throws: ``JSONFault`` for what is no JSON, and for nesting beyond ``deepest``.
    package mutating func tree() throws(JSONFault) -> JSONTree { JSONTree(try node(depth: 0)) }

    /// How deep values may be nested. Files of models have 6 levels; without a bound the stack would be the bound.
    package static let deepest = 128

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
        switch peek() {
        case "{", "[": try skipBrackets()
        case "\"": try skipText()
        case nil: throw fault("the end of a value")
        default:
            guard isWithinWord else { throw fault("a value") }
            while isWithinWord { advance() }
        }
    }

    /// Whether a number or a word such as `true` goes on here.
    private var isWithinWord: Bool {
        guard let next = following else { return false }
        return !",]}:\"[{ \n\r\t".unicodeScalars.contains(next)
    }

    package mutating func acceptNull() -> Bool { accept(word: "null") }
}
