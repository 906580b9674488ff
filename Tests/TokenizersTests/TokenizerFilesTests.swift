import Foundation
import Testing
import Tokenizers

/// What broken tokenizer files are answered with: the file, and what was expected in it.
struct TokenizerFilesTests {
    @Test(
        "Missing and malformed files are errors that name the file",
        arguments: [
            (nil, "", "vocab.json: No such file"),
            ("[1, 2]", "", "expected a JSON object of token texts and integer ids"),
            ("{\"a\": \"b\"}", "", "expected a JSON object of token texts and integer ids"),
            ("{}", "", "expected at least one token"),
            ("{\"a\": 0, \"b\": 0}", "", "expected one token per id"),
            ("{\"a\": -1}", "", "ids from 0"),
            ("{\"a\": 999999999999}", "", "ids from 0"),
            ("{\"日\": 0}", "", "GPT-2's byte alphabet"),
            ("{\"a\": 0, \"b\": 1}", "a b", "whose \"ab\" is not in it"),
            ("{\"a\": 0, \"b\": 1}", "a b c", "line 1"),
        ])
    func brokenFiles(vocabulary: String?, merges: String, expected: String) throws {
        let folder = try folder(vocabulary: vocabulary, merges: merges)
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = #expect(throws: TokenizerError.self) { try BytePairTokenizer(directory: folder) }
        let message = try #require(error).description
        #expect(message.contains(expected), "\(message)")
        #expect(message.contains(folder.path))
    }

    @Test("A vocabulary on disk is the vocabulary in memory, and may name another BOS")
    func goodFiles() throws {
        let vocabulary = String(decoding: try JSONEncoder().encode(SmallVocabulary.vocabulary), as: UTF8.self)
        let merges = "#version: 0.2\n" + SmallVocabulary.merges.map { "\($0.0) \($0.1)\n" }.joined()
        let folder = try folder(vocabulary: vocabulary, merges: merges)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try BytePairTokenizer(directory: folder).encode(" the") == SmallVocabulary.tokenizer().encode(" the"))
        let special = Data(#"{"bos_token": {"content": "the"}, "unk_token": "ll"}"#.utf8)
        try special.write(to: folder.appending(path: "special_tokens_map.json"))
        #expect(try BytePairTokenizer(directory: folder).bosToken == "the")
    }

    @Test("A text that the vocabulary cannot write is an error that says the byte")
    func missingByte() throws {
        let tokenizer = try BytePairTokenizer(vocabulary: ["a": 0], merges: [])
        #expect(throws: TokenizerError.missingByte(98, text: "ab")) { try tokenizer.encode("ab") }
    }

    private func folder(vocabulary: String?, merges: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try vocabulary.map { try Data($0.utf8).write(to: folder.appending(path: "vocab.json")) }
        try Data(merges.utf8).write(to: folder.appending(path: "merges.txt"))
        return folder
    }
}
