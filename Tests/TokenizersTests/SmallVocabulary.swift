import Tokenizers

/// All bytes under their names in GPT-2's alphabet, and a few merges.
enum SmallVocabulary {
    static let merges = [("t", "h"), ("h", "e"), ("th", "e"), ("Ġ", "the"), ("l", "l"), ("Ġ", "Ġ")]

    static func tokenizer() throws -> BytePairTokenizer {
        try BytePairTokenizer(vocabulary: vocabulary, merges: merges)
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
