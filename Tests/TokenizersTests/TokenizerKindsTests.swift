import Foundation
import TestSupport
import Testing
import Tokenizers

/// The kinds of tokenizer.json against the tokenizers library: 61 texts and random ids under each of nine vocabularies.
struct TokenizerKindsTests {
    private struct Golden: Decodable {
        let texts: [Text]
        let random_ids: [Ids]
    }

    private struct Text: Decodable {
        let text: String
        let plain: [Int]
        let decoded: String
        let each: [String]
        let ids: [Int]
    }

    private struct Ids: Decodable {
        let ids: [Int]
        let decoded: String
    }

    @Test(arguments: ["gpt2", "neox", "llama3", "qwen2", "llama2", "mistral", "gemma", "digits", "phi3"])
    func equalsTheReference(_ kind: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kind-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = TestSupport.Golden.path("tokenizers/\(kind)")
        try FileManager.default.copyItem(
            atPath: source + ".tokenizer.json", toPath: folder.appending(path: "tokenizer.json").path)
        let tokenizer = try BytePairTokenizer(directory: folder)
        let golden = try JSONDecoder().decode(
            Golden.self, from: Data(contentsOf: URL(filePath: source + ".golden.json")))
        #expect(golden.texts.count == 61)
        for text in golden.texts {
            #expect(try tokenizer.encode(text.text) == text.plain, "\(kind): \(text.text.debugDescription)")
            #expect(try tokenizer.decode(text.ids) == text.decoded, "\(kind): \(text.ids)")
            #expect(try text.plain.map { try tokenizer.decode([$0]) } == text.each, "\(kind): \(text.plain)")
        }
        for random in golden.random_ids { #expect(try tokenizer.decode(random.ids) == random.decoded, "\(kind)") }
    }
}
