#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension BytePairTokenizer {
    /// The tokenizer in `directory`: vocab.json and merges.txt as Hugging Face lays them out.
    ///
    /// ```swift
    /// let tokenizer = try BytePairTokenizer(directory: URL(filePath: "weights/tiny-ioi"))
    /// ```
    /// The BOS comes from special_tokens_map.json when there is one.
    /// - Throws: ``TokenizerError`` that names the file and what was expected in it.
    public init(directory: URL) throws {
        try self.init(
            vocabulary: directory.appending(path: "vocab.json"), merges: directory.appending(path: "merges.txt"),
            specialTokensMap: directory.appending(path: "special_tokens_map.json"))
    }

    /// The tokenizer of two files; `specialTokensMap` need not exist.
    /// - Throws: ``TokenizerError`` that names the file and what was expected in it.
    public init(vocabulary: URL, merges: URL, specialTokensMap: URL? = nil) throws {
        let table = try TokenizerFiles.vocabulary(at: vocabulary)
        let pairs = try TokenizerFiles.merges(at: merges, of: table)
        let special = try specialTokensMap.flatMap(TokenizerFiles.specialTokens(at:)) ?? [:]
        let bos = special["bos_token"] ?? special["eos_token"] ?? "<|endoftext|>"
        self.init(table, pairs, specialTokens: ["<|endoftext|>"] + special.values.sorted(), bosToken: bos)
    }

    /// The file that a tokenizer needs and that `directory` lacks, if one is missing.
    public static func missingFile(in directory: URL) -> String? {
        ["vocab.json", "merges.txt"].first {
            !FileManager.default.fileExists(atPath: directory.appending(path: $0).path)
        }
    }
}
