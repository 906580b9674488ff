/// The tokens of the little JSON that a model's files and a kernel's headers use: punctuation, strings, integers, booleans.
///
/// ```swift
/// var scanner = JSONScanner(bytes)
/// try scanner.forEachMember { (scanner, name: String) in ids[name] = try scanner.integer() }
/// try scanner.expectEnd()
/// ```
/// A general parser drops duplicate names, accepts any nesting, and takes 60 ms over a vocabulary of 50,000 tokens, which
/// this one reads in a few.
package struct JSONScanner {
    private let bytes: [UInt8]
    private var position = 0
    private let most: Int
    private let pace: (() throws -> Void)?
    private var values = 0

    /// - Parameters:
    ///   - most: how many values a tree may have, in all trees together.
    ///   - pace: called every ``valuesPerPace`` values of trees; what it throws ends reading, and is the error's `cause`.
    package init(_ bytes: [UInt8], most: Int = .max, pace: (() throws -> Void)? = nil) {
        (self.bytes, self.most, self.pace) = (bytes, most, pace)
    }

    package static let valuesPerPace = 4096

    /// Another value of a tree is read.
    mutating func count() throws(JSONFault) {
        values += 1
        guard values <= most else { throw JSONFault("it holds more than \(most) values, and no more are read") }
        guard let pace, values % Self.valuesPerPace == 0 else { return }
        do { try pace() } catch { throw JSONFault(cause: error) }
    }

    /// How many bytes have been read.
    var offset: Int { position }

    /// An object; `body` reads the value of each member.
    package mutating func forEachMember(
        _ body: (inout JSONScanner, String) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try forEachMember({ scanner throws(JSONFault) in try scanner.string() }, body)
    }

    /// An object whose names are wanted as the bytes of text that may not be valid UTF-8.
    package mutating func forEachMember(
        _ body: (inout JSONScanner, [UInt8]) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try forEachMember({ scanner throws(JSONFault) in try scanner.text() }, body)
    }

    private mutating func forEachMember<Name>(
        _ readName: (inout JSONScanner) throws(JSONFault) -> Name,
        _ body: (inout JSONScanner, Name) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try expect("{")
        if accept("}") { return }
        repeat {
            let name = try readName(&self)
            try expect(":")
            try body(&self, name)
        } while accept(",")
        try expect("}")
    }

    package mutating func accept(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    package mutating func expect(_ character: Unicode.Scalar) throws(JSONFault) {
        guard accept(character) else { throw fault(character == "\"" ? "a quotation mark" : "\"\(character)\"") }
    }

    package mutating func expectEnd() throws(JSONFault) {
        skipSpace()
        guard position == bytes.count else { throw fault("the end") }
    }

    package mutating func integer() throws(JSONFault) -> Int {
        let isNegative = accept("-")
        let number = try unsignedInteger()
        return isNegative ? -number : number
    }

    package mutating func unsignedInteger() throws(JSONFault) -> Int {
        skipSpace()
        let start = position
        var number = 0
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
            let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, isOver) = tens.addingReportingOverflow(Int(bytes[position]) - 0x30)
            if isTooLarge || isOver { throw fault("an integer of 64 bits") }
            number = sum
            position += 1
        }
        guard position > start else { throw fault("an integer") }
        return number
    }

    package mutating func boolean() throws(JSONFault) -> Bool {
        if accept(word: "true") { return true }
        guard accept(word: "false") else { throw fault("true or false") }
        return false
    }

    mutating func accept(word: StaticString) -> Bool {
        skipSpace()
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count,
            word.withUTF8Buffer({ bytes[position..<position + length].elementsEqual($0) })
        else { return false }
        position += length
        return true
    }

    package mutating func string() throws(JSONFault) -> String {
        try expect("\"")
        let start = position
        skipPlainText()
        // Most strings have no escapes, and are text where they lie.
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            position += 1
            return try string(bytes[start..<position - 1])
        }
        position = start
        return try string(restOfText()[...])
    }

    private func string(_ text: ArraySlice<UInt8>) throws(JSONFault) -> String {
        guard let string = String(validating: text, as: UTF8.self) else { throw fault("valid UTF-8") }
        return string
    }

    /// The bytes of a string, which may not be valid UTF-8.
    package mutating func text() throws(JSONFault) -> [UInt8] {
        try expect("\"")
        return try restOfText()
    }

    private mutating func restOfText() throws(JSONFault) -> [UInt8] {
        var text: [UInt8] = []
        while true {
            let start = position
            skipPlainText()
            text += bytes[start..<position]
            guard position < bytes.count else { throw fault("the end of a string") }
            position += 1
            switch bytes[position - 1] {
            case UInt8(ascii: "\""): return text
            case UInt8(ascii: "\\"): try escape(into: &text)
            default: throw fault("a string without control characters")
            }
        }
    }

    /// Goes on to the next quote, escape or control character.
    private mutating func skipPlainText() {
        while position < bytes.count, Self.isPlain(bytes[position]) { position += 1 }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        guard position < bytes.count else { throw fault("an escape") }
        let byte = bytes[position]
        position += 1
        switch Unicode.Scalar(byte) {
        case "\"", "\\", "/": text.append(byte)
        case "n": text.append(UInt8(ascii: "\n"))
        case "t": text.append(UInt8(ascii: "\t"))
        case "r": text.append(UInt8(ascii: "\r"))
        case "b": text.append(0x8)
        case "f": text.append(0xC)
        case "u": text += try unicodeEscape().utf8
        default: throw fault("an escape")
        }
    }

    private mutating func unicodeEscape() throws(JSONFault) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { throw fault("the second half of a character") }
        position += 2
        let second = try hexadecimal()
        let value = 0x10000 + ((UInt32(first) & 0x3FF) << 10) + (UInt32(second) & 0x3FF)
        guard UTF16.isTrailSurrogate(second), let scalar = Unicode.Scalar(value) else { throw fault("a character") }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt16 {
        guard position + 4 <= bytes.count else { throw fault("four hexadecimal digits") }
        var unit: UInt16 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = Self.hexadecimalDigit(byte) else { throw fault("four hexadecimal digits") }
            unit = unit << 4 | digit
        }
        position += 4
        return unit
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case 0x30...0x39: UInt16(byte) - 0x30
        case 0x41...0x46: UInt16(byte) - 0x37
        case 0x61...0x66: UInt16(byte) - 0x57
        default: nil
        }
    }

    /// The character that comes next, without taking it.
    package mutating func peek() -> Unicode.Scalar? {
        skipSpace()
        return position < bytes.count ? Unicode.Scalar(bytes[position]) : nil
    }

    /// The character at the position itself, white space included.
    var following: Unicode.Scalar? { position < bytes.count ? Unicode.Scalar(bytes[position]) : nil }

    mutating func advance() { position += 1 }

    /// Goes over a string without reading its escapes.
    mutating func skipText() throws(JSONFault) {
        try expect("\"")
        while position < bytes.count {
            let byte = bytes[position]
            position += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") { return }
        }
        throw fault("the end of a string")
    }

    /// Goes over a list or an object up to the bracket that closes it.
    mutating func skipBrackets() throws(JSONFault) {
        var depth = 0
        repeat {
            guard position < bytes.count else { throw fault("the end of a value") }
            switch bytes[position] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                try skipText()
                continue
            default: break
            }
            position += 1
        } while depth > 0
    }

    /// The characters of which a number may consist.
    mutating func numberText() -> ArraySlice<UInt8> {
        skipSpace()
        let start = position
        while position < bytes.count, Self.isOfNumber(bytes[position]) { position += 1 }
        return bytes[start..<position]
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "0"..."9", "-", "+", ".", "e", "E": true
        default: false
        }
    }

    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    func fault(_ expected: String) -> JSONFault {
        JSONFault("\(expected) was expected at byte \(position)", offset: position)
    }
}
