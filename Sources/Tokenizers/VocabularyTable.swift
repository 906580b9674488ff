/// The tokens of a vocabulary by text and by id, checked.
struct VocabularyTable {
    /// Ids by text in the byte alphabet.
    let ids: [String: Int]
    /// Bytes by id; nil where the vocabulary leaves an id out.
    let bytes: [[UInt8]?]

    init(_ vocabulary: [String: Int], file: String) throws {
        ids = vocabulary
        bytes = try Self.bytesByID(vocabulary, file)
    }

    /// The merges as pairs of ids.
    func resolve(_ merges: [(String, String)], file: String) throws -> BytePairMerges {
        var table = BytePairMerges(capacity: merges.count)
        for (rank, (left, right)) in merges.enumerated() {
            guard let result = ids[left + right], let leftID = ids[left], let rightID = ids[right] else {
                let missing = [left, right, left + right].first { ids[$0] == nil } ?? ""
                throw TokenizerError.malformed(
                    file: file, expected: "merges of tokens that are in the vocabulary",
                    found: "merge \(rank + 1), \"\(left) \(right)\", whose \"\(missing)\" is not in it")
            }
            table.add(Int32(leftID), Int32(rightID), rank: rank, result: Int32(result))
        }
        return table
    }

    private static func bytesByID(_ vocabulary: [String: Int], _ file: String) throws -> [[UInt8]?] {
        // Ids beyond this would make a table that no model needs.
        let limit = 16 * vocabulary.count + 1024
        var bytes = [[UInt8]?](repeating: nil, count: (vocabulary.values.max() ?? -1) < limit ? vocabulary.count : 0)
        for (token, id) in vocabulary {
            guard (0..<limit).contains(id) else {
                throw malformed(file, "ids from 0 to about \(vocabulary.count - 1)", "id \(id) of \"\(token)\"")
            }
            guard let tokenBytes = ByteAlphabet.bytes(of: token) else {
                throw malformed(file, "tokens in GPT-2's byte alphabet", "\"\(token)\" (id \(id))")
            }
            while bytes.count <= id { bytes.append(nil) }
            if bytes[id] != nil { throw malformed(file, "one token per id", "id \(id) twice, once as \"\(token)\"") }
            bytes[id] = tokenBytes
        }
        return bytes
    }

    private static func malformed(_ file: String, _ expected: String, _ found: String) -> TokenizerError {
        .malformed(file: file, expected: expected, found: found)
    }
}
