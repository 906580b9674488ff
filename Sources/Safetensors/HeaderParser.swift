internal import FileSafety
internal import TextFormats

/// Reads the little JSON that a safetensors header may hold: one object of objects, nothing nested deeper.
///
/// A general parser would drop duplicate names and accept any nesting; here both are errors.
enum HeaderParser {
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

    static func header(_ bytes: [UInt8]) throws(JSONFault) -> Header {
        var scanner = JSONScanner(bytes)
        var header = Header()
        var names: Set<String> = []
        try scanner.forEachMember { (scanner, name) throws(JSONFault) in
            guard names.insert(name).inserted else { throw JSONFault("the name \"\(name)\" occurs twice") }
            if name == "__metadata__" {
                // The reference implementation writes null where there is none.
                if !scanner.acceptNull() { header.metadata = try strings(&scanner) }
            } else {
                try checkCount(header.entries.count, "tensors", MostInModelFiles.tensors)
                header.entries.append(try entry(name, &scanner))
            }
        }
        try scanner.expectEnd()
        return header
    }

    private static func strings(_ scanner: inout JSONScanner) throws(JSONFault) -> [String: String] {
        var strings: [String: String] = [:]
        try scanner.forEachMember { (scanner, name: String) throws(JSONFault) in
            try checkCount(strings.count, "metadata", MostInModelFiles.remarks)
            guard strings.updateValue(try scanner.string(), forKey: name) == nil else {
                throw JSONFault("the metadata name \"\(name)\" occurs twice")
            }
        }
        return strings
    }

    private static func entry(_ name: String, _ scanner: inout JSONScanner) throws(JSONFault) -> Entry {
        var dtype: String?
        var shape: [Int]?
        var offsets: [Int]?
        try scanner.forEachMember { (scanner, key) throws(JSONFault) in
            switch key {
            case "dtype" where dtype == nil: dtype = try scanner.string()
            case "shape" where shape == nil: shape = try numbers(&scanner)
            case "data_offsets" where offsets == nil: offsets = try numbers(&scanner)
            default: throw JSONFault("tensor \"\(name)\" has a second or unknown field \"\(key)\"")
            }
        }
        guard let dtype, let shape, let offsets, offsets.count == 2 else {
            throw JSONFault("tensor \"\(name)\" needs \"dtype\", \"shape\" and two \"data_offsets\"")
        }
        return Entry(name: name, dtype: dtype, shape: shape, start: offsets[0], end: offsets[1])
    }

    private static func numbers(_ scanner: inout JSONScanner) throws(JSONFault) -> [Int] {
        var numbers: [Int] = []
        try scanner.expect("[")
        if scanner.accept("]") { return numbers }
        repeat {
            try checkCount(numbers.count, "lengths of a tensor", MostInModelFiles.axes)
            numbers.append(try scanner.unsignedInteger())
        } while scanner.accept(",")
        try scanner.expect("]")
        return numbers
    }

    private static func checkCount(_ count: Int, _ what: String, _ most: Int) throws(JSONFault) {
        guard count < most else { throw JSONFault("it has more than \(most) \(what), and no more are read") }
    }
}
