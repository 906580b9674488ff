import Foundation
import Testing
import Tokenizers

/// A vocabulary of all bytes, a few merges and a special token: enough to see every rule at work.
struct BytePairTokenizerTests {
    private let tokenizer: BytePairTokenizer

    init() throws { tokenizer = try SmallVocabulary.tokenizer() }

    @Test("Merges happen in the order of the merges file, not from left to right")
    func mergesByRank() throws {
        // "th" ranks before "he", so "the" is "th" + "e" until "the" itself is merged.
        #expect(try tokens("the") == ["the"])
        #expect(try tokens("he") == ["he"])
        #expect(try tokens("hthe") == ["h", "the"])
    }

    @Test("A space goes with the word after it; the last space of several does too")
    func spaces() throws {
        #expect(try tokens("the the") == ["the", " the"])
        #expect(try tokens("the  the") == ["the", " ", " the"])
        #expect(try tokens("the   the") == ["the", "  ", " the"])
        #expect(try tokens("the ") == ["the", " "])
        #expect(try tokens("the\n\nthe") == ["the", "\n", "\n", "the"])
    }

    @Test("Merges never cross from letters to digits, marks or contractions")
    func wordBoundaries() throws {
        #expect(try tokens("he'll") == ["he", "'", "ll"])
        #expect(try tokens("a1") == ["a", "1"])
        #expect(try tokens("ll1") == ["ll", "1"])
    }

    @Test("Special tokens are recognised inside text and stand in the result as one id")
    func specialTokens() throws {
        let id = try #require(tokenizer.bosTokenID)
        #expect(try tokenizer.encode("<|endoftext|>") == [id])
        #expect(try tokens("the<|endoftext|> the<|endoftext|>") == ["the", "<|endoftext|>", " the", "<|endoftext|>"])
    }

    @Test("Text comes back as it went in", arguments: ["", "the 1 you'll", "日本 🙂 é\u{0}\r\n", "  \t the  "])
    func roundTrip(text: String) throws {
        #expect(try tokenizer.decode(tokenizer.encode(text)) == text)
    }

    @Test("Half a character becomes U+FFFD")
    func invalidUTF8() throws {
        let ids = try tokenizer.encode("é")
        #expect(ids.count == 2)
        #expect(try ids.map { try tokenizer.decode([$0]) } == ["\u{FFFD}", "\u{FFFD}"])
    }

    @Test("A word of a hundred thousand letters is no problem")
    func longWord() throws {
        let ids = try tokenizer.encode(String(repeating: "l", count: 100_001))
        #expect(ids.count == 50_001)
    }

    @Test("An id outside the vocabulary is an error that says the bounds")
    func unknownID() {
        #expect(throws: TokenizerError.unknownID(9999, count: tokenizer.vocabularySize)) {
            try tokenizer.decode([9999])
        }
        #expect(throws: TokenizerError.unknownID(-1, count: tokenizer.vocabularySize)) { try tokenizer.decode([-1]) }
    }

    private func tokens(_ text: String) throws -> [String] {
        try tokenizer.encode(text).map { try tokenizer.decode([$0]) }
    }
}
