internal import FileSafety

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension BytePairTokenizer {
    /// The tokenizer in `directory`, as Hugging Face lays it out: tokenizer.json, or vocab.json and merges.txt.
    ///
    /// ```swift
    /// let tokenizer = try BytePairTokenizer(directory: URL(filePath: "weights/tiny-ioi"))
    /// ```
    /// Added tokens, and which tokens begin, end and pad, come from tokenizer_config.json, special_tokens_map.json and
    /// added_tokens.json where they are there.
    /// - Throws: ``TokenizerError`` that names the file and what was expected in it.
    public init(directory: URL) throws {
        let folder = directory.path
        let settings = try TokenizerSettings(folder: folder)
        if SmallFile.exists(folder + "/tokenizer.json") {
            try self.init(try TokenizerJSON(folder + "/tokenizer.json"), settings)
        } else {
            let table = try TokenizerFiles.vocabulary(at: folder + "/vocab.json")
            try self.init(table, try TokenizerFiles.merges(at: folder + "/merges.txt", of: table), settings)
        }
    }

    /// The tokenizer of two files.
    /// - Throws: ``TokenizerError`` that names the file and what was expected in it.
    public init(vocabulary: URL, merges: URL) throws {
        let table = try TokenizerFiles.vocabulary(at: vocabulary.path)
        try self.init(table, try TokenizerFiles.merges(at: merges.path, of: table), TokenizerSettings())
    }

    /// The file that a tokenizer needs and that `directory` lacks, if one is missing.
    public static func missingFile(in directory: URL) -> String? {
        if SmallFile.exists(directory.path + "/tokenizer.json") { return nil }
        return ["vocab.json", "merges.txt"].first { !SmallFile.exists(directory.path + "/" + $0) }
    }
}
