import Foundation
import Tokenizers

/// All bytes under their names in GPT-2's alphabet, and a few merges.
enum SmallVocabulary {
    static let merges = [("t", "h"), ("h", "e"), ("th", "e"), ("Ġ", "the"), ("l", "l"), ("Ġ", "Ġ")]

    static func tokenizer() throws -> BytePairTokenizer {
        try BytePairTokenizer(vocabulary: vocabulary, merges: merges)
    }

    /// A folder with these files, and with the vocabulary as vocab.json and merges.txt.
    static func folder(_ files: [String: String], withVocabulary: Bool = true) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tokenizer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var files = files
        if withVocabulary {
            files["vocab.json"] = String(decoding: try JSONEncoder().encode(vocabulary), as: UTF8.self)
            files["merges.txt"] = "#version: 0.2\n" + merges.map { "\($0.0) \($0.1)\n" }.joined()
        }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return folder
    }

    static var vocabulary: [String: Int] {
        var vocabulary: [String: Int] = [:]
        let plain = Array(0x21...0x7E) + Array(0xA1...0xAC) + Array(0xAE...0xFF)
        for value in plain + Array(0x100..<(0x100 + 256 - plain.count)) { add(value, to: &vocabulary) }
        for (left, right) in merges { vocabulary[left + right] = vocabulary.count }
        vocabulary["<|endoftext|>"] = vocabulary.count
        return vocabulary
    }

    private static func add(_ scalar: Int, to vocabulary: inout [String: Int]) {
        if let scalar = Unicode.Scalar(scalar) { vocabulary[String(Character(scalar))] = vocabulary.count }
    }
}
