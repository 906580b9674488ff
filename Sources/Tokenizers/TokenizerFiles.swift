internal import FlatJSON

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Reads the files that a tokenizer consists of.
enum TokenizerFiles {
    /// vocab.json: one object of token text → id.
    static func vocabulary(at url: URL) throws -> [String: Int] {
        let bytes = try [UInt8](read(url))
        var scanner = JSONScanner(bytes)
        var vocabulary = [String: Int](minimumCapacity: min(bytes.count / 16, 1 << 17))
        do {
            try scanner.forEachMember { (scanner, token) throws(JSONFault) in
                guard vocabulary.updateValue(try scanner.integer(), forKey: token) == nil else {
                    throw JSONFault("the token \"\(token)\" occurs twice")
                }
            }
            try scanner.expectEnd()
        } catch {
            throw TokenizerError.malformed(
                file: url.path, expected: "a JSON object of token texts and integer ids", found: error.problem)
        }
        if vocabulary.isEmpty {
            throw TokenizerError.malformed(file: url.path, expected: "at least one token", found: "an empty object")
        }
        return vocabulary
    }

    /// merges.txt: a version line, then one merge per line, best first.
    static func merges(at url: URL) throws -> [(String, String)] {
        let lines = try [UInt8](read(url)).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var merges: [(String, String)] = []
        merges.reserveCapacity(lines.count)
        for (index, line) in lines.enumerated() {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            if line.isEmpty || index == 0 && line.starts(with: "#version".utf8) { continue }
            let parts = line.split(separator: UInt8(ascii: " "))
            guard parts.count == 2 else {
                throw TokenizerError.malformed(
                    file: url.path, expected: "two tokens separated by a space on every line",
                    found: "line \(index + 1): \"\(String(decoding: line.prefix(40), as: UTF8.self))\"")
            }
            merges.append((String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self)))
        }
        return merges
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
