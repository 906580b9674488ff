import Foundation
import TestSupport
import Testing
import Tokenizers

/// Added tokens, the tokens that begin, end and pad, and added spaces, as transformers answers them: 40 folders of files made
/// at random, in the forms that its versions have written.
struct AddedTokensTests {
    private struct Goldens: Decodable { let cases: [Case] }

    private struct Case: Decodable {
        let name: String
        let files: [String: String]
        /// Whether vocab.json and merges.txt are there, and no tokenizer.json.
        let vocabulary: Bool
        let bos: Int?
        let eos: Int?
        let pad: Int?
        let count: Int
        let texts: [Text]
    }

    private struct Text: Decodable {
        let text: String
        let ids: [Int]
        let decoded: String
    }

    @Test func asTransformersReadsThem() throws {
        let file = URL(filePath: Golden.path("added-tokens.json"))
        let cases = try JSONDecoder().decode(Goldens.self, from: Data(contentsOf: file)).cases
        #expect(cases.count == 40)
        for golden in cases { try compare(golden) }
    }

    private func compare(_ golden: Case) throws {
        let folder = try SmallVocabulary.folder(golden.files, withVocabulary: golden.vocabulary)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tokenizer = try BytePairTokenizer(directory: folder)
        #expect(tokenizer.vocabularySize == golden.count, "\(golden.name)")
        #expect(tokenizer.eosTokenID == golden.eos && tokenizer.bosTokenID == golden.bos, "\(golden.name)")
        // Where no token pads, the one that ends a text does.
        #expect(tokenizer.padTokenID == golden.pad ?? golden.eos, "\(golden.name)")
        for text in golden.texts {
            let ids = try tokenizer.encode(text.text)
            #expect(ids == text.ids, "\(golden.name): \(text.text.debugDescription)")
            #expect(try tokenizer.decode(text.ids) == text.decoded, "\(golden.name): \(text.ids)")
        }
    }

    @Test func addedTokensJSONSaysTheIDs() throws {
        let folder = try SmallVocabulary.folder(["added_tokens.json": #"{"[NAME]": 300, "<|pad|>": 299}"#])
        defer { try? FileManager.default.removeItem(at: folder) }
        let tokenizer = try BytePairTokenizer(directory: folder)
        #expect(try tokenizer.encode("the[NAME]<|pad|> the").count == 4)
        #expect(try tokenizer.encode("[NAME]<|pad|>") == [300, 299] && tokenizer.vocabularySize == 301)
        // Ids that the vocabulary leaves out are the empty text.
        #expect(try tokenizer.decode([280, 300, 290]) == "[NAME]")
    }

    @Test(
        "What contradicts itself is an error that names the file",
        arguments: [
            ("added_tokens.json", #"{"<a>": 5}"#, "one token per id"),
            ("added_tokens.json", #"{"<a>": -5}"#, "ids from 0"),
            ("added_tokens.json", #"{"<a>": 1e12}"#, "ids from 0"),
            ("added_tokens.json", #"{"<a>": "x"}"#, "an id under \"<a>\""),
            ("added_tokens.json", "[]", "a JSON object"),
            ("added_tokens.json", #"{"<a>": 300, "<a>": 301}"#, "twice"),
            ("tokenizer_config.json", #"{"add_prefix_space": "yes"}"#, "true or false under \"add_prefix_space\""),
            ("tokenizer_config.json", #"{"added_tokens_decoder": {"x": {"content": "a"}}}"#, "ids as names"),
            ("tokenizer_config.json", #"{"bos_token": 5}"#, "a text, or an object"),
            ("special_tokens_map.json", #"{"pad_token": {"lstrip": true}}"#, "a text, or an object"),
            ("tokenizer.json", "{}", "\"model\" is missing"),
            ("tokenizer.json", Self.merging(#"["a zebra"]"#), "\"a zebra\", whose \"zebra\" is not"),
            ("tokenizer.json", Self.merging(#"[["zebra", "b"]]"#), "\"zebra b\", whose \"zebra\" is not"),
            ("tokenizer.json", Self.merging(#"["a b"]"#), "\"a b\", whose \"ab\" is not"),
            (
                "tokenizer.json", #"{"model": {"vocab": {"a": 0}, "merges": []}, "decoder": null}"#,
                "\"decoder\" is null"
            ),
        ])
    func contradictions(file: String, content: String, expected: String) throws {
        let folder = try SmallVocabulary.folder([file: content])
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = #expect(throws: TokenizerError.self) { try BytePairTokenizer(directory: folder) }
        let text = error?.description ?? ""
        #expect(text.contains(expected) && text.contains(folder.path), "\(text)")
    }

    /// A byte-level tokenizer.json with the tokens a and b, and merges.
    private static func merging(_ merges: String) -> String {
        #"{"model": {"type": "BPE", "vocab": {"a": 0, "b": 1}, "merges": \#(merges)}, "#
            + #""pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false}, "decoder": {"type": "ByteLevel"}}"#
    }

    @Test(
        "A tokenizer of another kind is an error that names what it is",
        arguments: [
            (#""model": {"type": "Unigram", "vocab": [["a", 0.5]]}"#, "\"model\" is Unigram"),
            (#""model": {"type": "WordPiece", "vocab": {}}"#, "\"model\" is WordPiece"),
            (#""normalizer": {"type": "NFKC"}, "model": {"vocab": {"a": 0}, "merges": []}"#, "\"normalizer\" is NFKC"),
            (
                #""model": {"type": "BPE", "end_of_word_suffix": "</w>", "vocab": {}, "merges": []}"#,
                "\"end_of_word_suffix\" is </w>"
            ),
            (
                #""pre_tokenizer": {"type": "Split", "pattern": {"Regex": "x+"}, "behavior": "Isolated"}, "model": {"vocab": {}, "merges": []}"#,
                "\"pre_tokenizer\" is Split by the pattern x+"
            ),
        ])
    func otherKinds(members: String, expected: String) throws {
        let splitter = #""pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false}"#
        let parts =
            [#""decoder": {"type": "ByteLevel"}"#, members] + (members.contains("pre_tokenizer") ? [] : [splitter])
        let folder = try SmallVocabulary.folder(
            ["tokenizer.json": "{\(parts.joined(separator: ", "))}"], withVocabulary: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = #expect(throws: TokenizerError.self) { try BytePairTokenizer(directory: folder) }
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }
}
