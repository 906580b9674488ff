import Foundation
import Testing
import Tokenizers

/// GPT-2's vocabulary, which is not part of the repository: `../shared/gpt2-tokenizer` beside it, or
/// `SWIFTLENS_GPT2_TOKENIZER`.
enum GPT2Vocabulary {
    static let hint: Comment = "needs GPT-2's vocab.json and merges.txt in the folder SWIFTLENS_GPT2_TOKENIZER"

    static var isPresent: Bool { BytePairTokenizer.missingFile(in: folder) == nil }

    static func tokenizer() throws -> BytePairTokenizer { try BytePairTokenizer(directory: folder) }

    private static var folder: URL {
        if let path = ProcessInfo.processInfo.environment["SWIFTLENS_GPT2_TOKENIZER"] { return URL(filePath: path) }
        return GPT2Goldens.repository.deletingLastPathComponent().appending(path: "shared/gpt2-tokenizer")
    }
}

/// Tests/Goldens/tokenizer.json.
struct GPT2Goldens: Decodable {
    let texts: [Text]
    let notebook: Notebook
    let repeated: Repeated

    struct Text: Decodable {
        let text: String
        let ids_no_bos: [Int]
        let str_tokens_no_bos: [String]
        let roundtrip_to_string: String
    }

    struct Notebook: Decodable {
        let prompts: [String]
        let answers: [[String]]
        let answer_tokens: [[Int]]
        let tokens: [[Int]]
    }

    struct Repeated: Decodable {
        let tokens: [[Int]]
        let strings: [String]
        let retokenised_bos: [[Int]]
    }

    static let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func load() throws -> GPT2Goldens {
        let file = repository.appending(path: "Tests/Goldens/tokenizer.json")
        return try JSONDecoder().decode(GPT2Goldens.self, from: Data(contentsOf: file))
    }
}
