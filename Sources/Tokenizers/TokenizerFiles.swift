internal import FlatJSON

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Reads the files that a tokenizer consists of.
enum TokenizerFiles {
    /// vocab.json: one object of token text → id.
    static func vocabulary(at url: URL) throws -> VocabularyTable {
        var table = VocabularyTable(file: url.path)
        var wrongToken: TokenizerError?
        do {
            var scanner = JSONScanner([UInt8](try read(url)))
            try scanner.forEachMember { (scanner, name: [UInt8]) throws(JSONFault) in
                let id = try scanner.integer()
                do throws(TokenizerError) { try table.add(name, id: id) } catch { wrongToken = wrongToken ?? error }
            }
            try scanner.expectEnd()
        } catch let error as JSONFault {
            throw TokenizerError.malformed(
                file: url.path, expected: "a JSON object of token texts and integer ids", found: error.problem)
        }
        if let wrongToken { throw wrongToken }
        try table.finish()
        if table.count == 0 {
            throw TokenizerError.malformed(file: url.path, expected: "at least one token", found: "an empty object")
        }
        return table
    }

    /// merges.txt: a version line, then one merge per line, best first.
    static func merges(at url: URL, of table: VocabularyTable) throws -> BytePairMerges {
        let (text, path) = ([UInt8](try read(url)), url.path)
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
    private static func halves(_ line: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        guard let space = line.firstIndex(of: UInt8(ascii: " ")), space > line.startIndex, space + 1 < line.endIndex,
            !line[(space + 1)...].contains(UInt8(ascii: " "))
        else { return nil }
        return (line[..<space], line[(space + 1)...])
    }

    /// special_tokens_map.json: token texts by role, each a string or an object with `content`; nil when absent.
    static func specialTokens(at url: URL) throws -> [String: String]? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        let data = try read(url)
        do {
            return try JSONDecoder().decode([String: SpecialToken].self, from: data).compactMapValues(\.content)
        } catch {
            throw TokenizerError.malformed(
                file: url.path, expected: "a JSON object of special tokens by role", found: reason(error, data))
        }
    }

    private struct SpecialToken: Decodable {
        let content: String?

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                content = text
            } else {
                content = try? decoder.container(keyedBy: Key.self).decode(String.self, forKey: .content)
            }
        }

        private enum Key: CodingKey { case content }
    }

    private static func read(_ url: URL) throws -> Data {
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw TokenizerError.unreadable(file: url.path, reason: "no such file")
        }
        do {
            return try Data(contentsOf: url)
        } catch {
            throw TokenizerError.unreadable(file: url.path, reason: "\(error)")
        }
    }

    private static func reason(_ error: any Error, _ data: Data) -> String {
        let start = "\"\(String(decoding: data.prefix(40), as: UTF8.self))…\" (\(data.count) bytes)"
        guard case DecodingError.typeMismatch(_, let context)? = error as? DecodingError else { return start }
        return context.codingPath.last.map { "another kind of value for \"\($0.stringValue)\"" } ?? start
    }
}
