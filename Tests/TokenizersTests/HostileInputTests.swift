import Foundation
import TestSupport
import Testing
import Tokenizers

/// Damaged tokenizer files either read or are an error that names the file. Set `FUZZ_ROUNDS` for a longer search.
struct HostileInputTests {
    @Test func damagedFilesNeverCrash() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tokenizer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files: [(String, [UInt8])] = [
            ("vocab.json", Array(try JSONEncoder().encode(SmallVocabulary.vocabulary))),
            (
                "merges.txt",
                Array(("#version: 0.2\n" + SmallVocabulary.merges.map { "\($0.0) \($0.1)\n" }.joined()).utf8)
            ),
            ("special_tokens_map.json", Array(#"{"bos_token": {"content": "the"}, "unk_token": "ll"}"#.utf8)),
            ("added_tokens.json", Array(#"{"[NAME]": 300, "<|pad|>": 299}"#.utf8)),
            ("tokenizer_config.json", Array(#"{"pad_token": "<|pad|>", "add_prefix_space": true}"#.utf8)),
        ]
        var mutations = Mutations(seed: 6)
        var (read, refused) = (0, 0)
        for round in 0..<Mutations.rounds(1500) {
            for (index, (name, bytes)) in files.enumerated() {
                let bytes = index == round % files.count ? mutations.damaged(bytes) : bytes
                try Data(bytes).write(to: folder.appending(path: name))
            }
            do {
                let tokenizer = try BytePairTokenizer(directory: folder)
                if let ids = try? tokenizer.encode(" the hello 日 \u{0}") { _ = try? tokenizer.decode(ids) }
                read += 1
            } catch let error as TokenizerError {
                #expect(error.description.contains(folder.path))
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }

    /// The same of a tokenizer.json, which holds everything in one file.
    @Test func aDamagedTokenizerJSONNeverCrashes() throws {
        let vocabulary = String(decoding: try JSONEncoder().encode(SmallVocabulary.vocabulary), as: UTF8.self)
        let merges = SmallVocabulary.merges.map { #"["\#($0.0)", "\#($0.1)"]"# }.joined(separator: ", ")
        let text = """
            {"added_tokens": [{"id": 300, "content": "[NAME]", "lstrip": true}], "normalizer": null,
            "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false}, "decoder": {"type": "ByteLevel"},
            "model": {"type": "BPE", "vocab": \(vocabulary), "merges": [\(merges)]}}
            """
        let folder = try SmallVocabulary.folder(["tokenizer.json": text], withVocabulary: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try BytePairTokenizer(directory: folder).encode(" the") == SmallVocabulary.tokenizer().encode(" the"))
        var mutations = Mutations(seed: 8)
        var (read, refused) = (0, 0)
        for _ in 0..<Mutations.rounds(1500) {
            let file = folder.appending(path: "tokenizer.json")
            try Data(mutations.damaged(Array(text.utf8))).write(to: file)
            do {
                let tokenizer = try BytePairTokenizer(directory: folder)
                if let ids = try? tokenizer.encode(" the [NAME] 日 \u{0}") { _ = try? tokenizer.decode(ids) }
                read += 1
            } catch let error as TokenizerError {
                #expect(error.description.contains(folder.path))
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }
}
