/// Reads the little JSON that a safetensors header may hold: one object of objects, nothing nested deeper.
///
/// A general parser would drop duplicate names and accept any nesting; here both are errors.
struct HeaderParser {
    struct Entry {
        var name: String
        var dtype: String
        var shape: [Int]
        var start: Int
        var end: Int
    }

    struct Header {
        var metadata: [String: String] = [:]
        var entries: [Entry] = []
    }

    private var scanner: JSONScanner

    init(_ bytes: [UInt8]) { scanner = JSONScanner(bytes) }

    mutating func header() throws(HeaderFault) -> Header {
        var header = Header()
        var names: Set<String> = []
        try forEachMember { (parser, name) throws(HeaderFault) in
            guard names.insert(name).inserted else { throw HeaderFault("the name \"\(name)\" occurs twice") }
            if name == "__metadata__" {
                header.metadata = try parser.strings()
            } else {
                header.entries.append(try parser.entry(name))
            }
        }
        try scanner.expectEnd()
        return header
    }

    private mutating func strings() throws(HeaderFault) -> [String: String] {
        var strings: [String: String] = [:]
        try forEachMember { (parser, name) throws(HeaderFault) in
            guard strings.updateValue(try parser.scanner.string(), forKey: name) == nil else {
                throw HeaderFault("the metadata name \"\(name)\" occurs twice")
            }
        }
        return strings
    }

    private mutating func entry(_ name: String) throws(HeaderFault) -> Entry {
        var dtype: String?
        var shape: [Int]?
        var offsets: [Int]?
        try forEachMember { (parser, key) throws(HeaderFault) in
            switch key {
            case "dtype" where dtype == nil: dtype = try parser.scanner.string()
            case "shape" where shape == nil: shape = try parser.numbers()
            case "data_offsets" where offsets == nil: offsets = try parser.numbers()
            default: throw HeaderFault("tensor \"\(name)\" has a second or unknown field \"\(key)\"")
            }
        }
        guard let dtype, let shape, let offsets, offsets.count == 2 else {
            throw HeaderFault("tensor \"\(name)\" needs \"dtype\", \"shape\" and two \"data_offsets\"")
        }
        return Entry(name: name, dtype: dtype, shape: shape, start: offsets[0], end: offsets[1])
    }

    private mutating func numbers() throws(HeaderFault) -> [Int] {
        var numbers: [Int] = []
        try scanner.expect("[")
        if scanner.accept("]") { return numbers }
        repeat { numbers.append(try scanner.number()) } while scanner.accept(",")
        try scanner.expect("]")
        return numbers
    }

    private mutating func forEachMember(
        _ body: (inout HeaderParser, String) throws(HeaderFault) -> Void
    ) throws(HeaderFault) {
        try scanner.expect("{")
        if scanner.accept("}") { return }
        repeat {
            let name = try scanner.string()
            try scanner.expect(":")
            try body(&self, name)
        } while scanner.accept(",")
        try scanner.expect("}")
    }
}
