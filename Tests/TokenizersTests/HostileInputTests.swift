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
}
