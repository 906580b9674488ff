internal import FileSafety
internal import TextFormats

/// Reads the files that a tokenizer consists of.
enum TokenizerFiles {
    /// vocab.json: one object of token text → id.
    static func vocabulary(at path: String) throws -> VocabularyTable {
        var table = VocabularyTable(file: path)
        try reading(path, expected: "a JSON object of token texts and integer ids") { bytes in
            var scanner = JSONScanner(bytes)
            try vocabulary(&scanner, into: &table)
            try scanner.expectEnd()
        }
        try table.finish()
        if table.count == 0 {
            throw TokenizerError.malformed(file: path, expected: "at least one token", found: "an empty object")
        }
        return table
    }

    /// An object of token text → id.
    static func vocabulary(_ scanner: inout JSONScanner, into table: inout VocabularyTable) throws {
        try scanner.forEachMember { (scanner, name: [UInt8]) throws(JSONFault) in
            let id = try scanner.integer()
            do throws(TokenizerError) { try table.add(name, id: id) } catch { throw JSONFault(cause: error) }
        }
    }

    /// merges.txt: a version line, then one merge per line, best first.
    static func merges(at path: String, of table: VocabularyTable) throws -> BytePairMerges {
        let text = try reading(path) { $0 }
        var merges = BytePairMerges(capacity: table.count)
        var (start, number) = (0, 0)
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
            let line = text[start..<end].last == UInt8(ascii: "\r") ? text[start..<end - 1] : text[start..<end]
            (start, number) = (end + 1, number + 1)
            if line.isEmpty || number == 1 && line.starts(with: "#version".utf8) { continue }
            guard let (left, right) = halves(line) else {
                throw TokenizerError.malformed(
                    file: path, expected: "two tokens separated by a space on every line",
                    found: "line \(number): \"\(String(decoding: line.prefix(40), as: UTF8.self))\"")
            }
            try table.resolve(left, right, into: &merges, file: path)
        }
        return merges
    }

    /// What stands before and behind the only space of a line.
    static func halves(_ line: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        guard let space = line.firstIndex(of: UInt8(ascii: " ")), space > line.startIndex, space + 1 < line.endIndex,
            !line[(space + 1)...].contains(UInt8(ascii: " "))
        else { return nil }
        return (line[..<space], line[(space + 1)...])
    }

    /// Gives `body` the bytes of a file, and what is wrong with them the file's name.
    static func reading<Value>(
        _ path: String, expected: String = "JSON", _ body: ([UInt8]) throws -> Value
    ) throws -> Value {
        do {
            return try body(try SmallFile.bytes(path))
        } catch let fault as JSONFault {
            if let cause = fault.cause { throw cause }
            throw TokenizerError.malformed(file: path, expected: expected, found: fault.problem)
        } catch let error as FileError {
            throw TokenizerError.unreadable(file: path, reason: error.problem)
        }
    }
}
