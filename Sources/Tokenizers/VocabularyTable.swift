internal import FileSafety

/// The tokens of a vocabulary by their bytes and by id, checked.
///
/// ```swift
/// var table = VocabularyTable(file: "vocab.json")
/// try table.add("Ġthe".utf8, id: 262)
/// try table.finish()
/// table.id(of: Array(" the".utf8))      // 262
/// ```
/// All bytes lie in one array, and a token is found by hashing its bytes where they are: 50,000 strings would take several
/// times as long to make, to hash and to free.
struct VocabularyTable: Sendable {
    let file: String
    /// Whether tokens are bytes, written in GPT-2's alphabet; text otherwise.
    let isByteLevel: Bool
    private var pool: [UInt8] = []
    /// In the order of the file, until ``finish()``.
    private var added: [(id: Int, bytes: Range<Int>)] = []
    /// Where the bytes of each id lie.
    private var places: [Place] = []
    /// Ids by the hash of their bytes, each in the first free slot from there on; −1 where there is none.
    private var slots: [Int32] = []
    /// Tokens outside the byte alphabet, which only added tokens may be.
    private var foreign: [(id: Int, text: String)] = []
    /// Their ids; of two with the same text the first one counts.
    private var foreignIDs: [String: Int] = [:]

    /// A stretch of the pool; one that starts below zero stands for an id that the vocabulary leaves out.
    private struct Place {
        var start: Int32 = -1
        var count: Int32 = 0

        var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    }

    init(file: String, isByteLevel: Bool = true) {
        self.file = file
        self.isByteLevel = isByteLevel
    }

    /// Appends the bytes that an entry stands for; false when it is outside the alphabet.
    func append(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) -> Bool {
        if isByteLevel { return ByteAlphabet.append(text, to: &bytes) }
        bytes += text
        return true
    }

    /// Tokens outside the byte alphabet.
    var foreignTokens: [(id: Int, text: String)] { foreign }

    /// The number of ids, those included that the vocabulary leaves out.
    var count: Int { places.count }

    /// Adds a token by its text in the byte alphabet.
    mutating func add(_ text: some Collection<UInt8>, id: Int) throws(TokenizerError) {
        guard added.count + foreign.count < MostInModelFiles.tokens else {
            throw malformed("at most \(MostInModelFiles.tokens) tokens", "more")
        }
        let start = pool.count
        guard start + text.count <= Int32.max else { throw malformed("tokens of less than 2 GB", "more") }
        // In two steps, since a pool that is appended to may not be looked at.
        var pool = self.pool
        self.pool = []
        defer { self.pool = pool }
        if append(text, to: &pool) {
            added.append((id, start..<pool.count))
        } else {
            pool.removeLast(pool.count - start)
            guard foreign.count < MostInModelFiles.addedTokens else {
                throw malformed("at most \(MostInModelFiles.addedTokens) tokens outside GPT-2's byte alphabet", "more")
            }
            let text = String(decoding: text, as: UTF8.self)
            foreign.append((id, text))
            if foreignIDs[text] == nil { foreignIDs[text] = id }
        }
    }

    /// Checks the ids and makes tokens findable.
    mutating func finish() throws(TokenizerError) {
        // Ids beyond this would make a table that no model needs.
        let all = added.count + foreign.count
        let isTooFar = { (id: Int) in !(0..<(16 * all + 1024)).contains(id) }
        let wrong =
            added.first { isTooFar($0.id) }.map { ($0.id, text($0.bytes)) } ?? foreign.first { isTooFar($0.id) }
        if let (id, token) = wrong { throw malformed("ids from 0 to about \(all - 1)", "id \(id) of \"\(token)\"") }
        places = [Place](repeating: Place(), count: max(added.map(\.id).max() ?? -1, foreign.map(\.id).max() ?? -1) + 1)
        var size = 16
        while size < 2 * added.count { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        for (id, bytes) in added {
            guard places[id].start < 0 else {
                throw malformed("one token per id", "id \(id) twice, once as \"\(text(bytes))\"")
            }
            places[id] = Place(start: Int32(bytes.lowerBound), count: Int32(bytes.count))
            let slot = slot(of: pool[bytes])
            guard slots[slot] < 0 else { throw malformed("each token once", "\"\(text(bytes))\" twice") }
            slots[slot] = Int32(id)
        }
        added = []
    }

    /// The bytes of a token; nil for an id that there is not.
    func bytes(of id: Int) -> ArraySlice<UInt8>? {
        places.indices.contains(id) && places[id].start >= 0 ? pool[places[id].range] : nil
    }

    /// The id of the token with these bytes.
    func id(of bytes: ArraySlice<UInt8>) -> Int32? {
        let id = slots.isEmpty ? -1 : slots[slot(of: bytes)]
        return id < 0 ? nil : id
    }

    /// The id of a token by its text as a reader sees it: an added token's.
    func id(ofContent text: String) -> Int? {
        foreignIDs[text] ?? id(ofText: text).map { Int($0) }
    }

    /// Throws for a token outside the byte alphabet that isn't among the added ones.
    func checkForeignTokens(areAdded ids: [String: Int]) throws(TokenizerError) {
        if let other = foreign.first(where: { ids[$0.text] != $0.id }) {
            throw malformed("tokens in GPT-2's byte alphabet", "\"\(other.text)\" (id \(other.id))")
        }
    }

    /// The id of a token by its text in the byte alphabet.
    func id(ofText text: String) -> Int32? {
        var bytes: [UInt8] = []
        return append(text.utf8, to: &bytes) ? id(of: bytes[...]) : nil
    }

    /// Where the token with these bytes is, or would go.
    private func slot(of bytes: ArraySlice<UInt8>) -> Int {
        pool.withUnsafeBytes { pool in
            bytes.withUnsafeBytes { bytes in
                var hasher = Hasher()
                hasher.combine(bytes: bytes)
                var slot = hasher.finalize() & (slots.count - 1)
                while slots[slot] >= 0 {
                    let place = places[Int(slots[slot])]
                    if Int(place.count) == bytes.count, bytes.elementsEqual(pool[place.range]) { break }
                    slot = (slot + 1) & (slots.count - 1)
                }
                return slot
            }
        }
    }

    private func text(_ bytes: Range<Int>) -> String {
        isByteLevel ? ByteAlphabet.text(of: pool[bytes]) : String(decoding: pool[bytes], as: UTF8.self)
    }

    private func malformed(_ expected: String, _ found: String) -> TokenizerError {
        .malformed(file: file, expected: expected, found: found)
    }
}

extension VocabularyTable {
    /// Adds the next merge to `merges`, by the texts of its two tokens in the byte alphabet.
    func resolve(
        _ left: some Collection<UInt8>, _ right: some Collection<UInt8>, into merges: inout BytePairMerges, file: String
    ) throws(TokenizerError) {
        var bytes: [UInt8] = []
        guard merges.count < MostInModelFiles.merges else {
            throw .malformed(file: file, expected: "at most \(MostInModelFiles.merges) merges", found: "more")
        }
        bytes.reserveCapacity(left.count + right.count)
        let isLeftWritten = append(left, to: &bytes)
        let middle = bytes.count
        guard isLeftWritten, append(right, to: &bytes), let result = id(of: bytes[...]),
            let leftID = id(of: bytes[..<middle]), let rightID = id(of: bytes[middle...])
        else {
            throw missing(String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self), merges, file)
        }
        merges.add(leftID, rightID, result: result)
    }

    private func missing(_ left: String, _ right: String, _ merges: BytePairMerges, _ file: String) -> TokenizerError {
        let missing = [left, right, left + right].first { id(ofText: $0) == nil } ?? ""
        return .malformed(
            file: file, expected: "merges of tokens that are in the vocabulary",
            found: "merge \(merges.count + 1), \"\(left) \(right)\", whose \"\(missing)\" is not in it")
    }
}
