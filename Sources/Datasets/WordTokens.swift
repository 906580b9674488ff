internal import HookedTransformers
internal import SessionSafety

/// Which words are a single token inside of a text.
///
/// A word is looked at behind another one, not by itself: some tokenizers write the space at the beginning of a text
/// otherwise than between words.
struct WordTokens {
    private let tokenizer: any TextTokenizer
    private static let before = "and"
    private let start: [Int]

    init(_ model: HookedTransformer) throws {
        tokenizer = try model.requiredTokenizer()
        start = try tokenizer.encode(Self.before)
    }

    /// The token of `word` with a space in front; nil when it is several.
    func token(_ word: String) throws -> Int? {
        let ids = try rest("\(Self.before) \(word)")
        return ids?.count == 1 ? ids?[0] : nil
    }

    /// The tokens behind the first word.
    private func rest(_ text: String) throws -> [Int]? {
        let ids = try tokenizer.encode(text)
        return ids.starts(with: start) ? Array(ids.dropFirst(start.count)) : nil
    }

    /// The two tokens of a year: its century with a space in front, and what follows; nil when it is written otherwise.
    func year(_ century: Int, _ year: String) throws -> (century: Int, year: Int)? {
        guard let whole = try rest("\(Self.before) \(century)\(year)"), whole.count == 2,
            let first = try token("\(century)"), first == whole[0]
        else { return nil }
        return (first, whole[1])
    }

    /// The words that are a single token, and a note about the others.
    func kept(_ words: [String], called what: String, atLeast needed: Int, _ notes: inout [String]) throws -> [Word] {
        var (kept, lost): ([Word], [String]) = ([], [])
        var seen: Set<Int> = []
        for word in words {
            try Interruption.check()
            guard let token = try token(word) else {
                lost.append(word)
                continue
            }
            if seen.insert(token).inserted { kept.append(Word(text: word, token: token)) }
        }
        if !lost.isEmpty {
            let shown = lost.prefix(8).joined(separator: ", ") + (lost.count > 8 ? ", …" : "")
            notes.append("\(lost.count) of \(words.count) \(what) are not a single token here and fell out: \(shown)")
        }
        guard kept.count >= needed else {
            throw DatasetError.tooFewWords(what, found: kept.count, needed: needed, given: words.count)
        }
        return kept
    }
}

/// A word that is one token.
struct Word: Sendable, Hashable {
    var text: String
    var token: Int
}
