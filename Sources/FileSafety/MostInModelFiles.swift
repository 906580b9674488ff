/// How many things of a kind are believed to be in a model's files: several times what any published model has, and few enough
/// to be gone through in well under a second.
///
/// A file that lists more is refused as soon as that is seen: each of them takes far more time and memory than bytes.
package enum MostInModelFiles {
    /// Tensors of a file, or of all files of an index.
    package static let tensors = 1 << 18
    /// Files that a model's weights are divided into.
    package static let shards = 1 << 12
    /// Axes of a tensor.
    package static let axes = 1 << 10
    /// Names with texts that a file of tensors has beside them.
    package static let remarks = 1 << 17
    /// Keys of a GGUF file.
    package static let keys = 1 << 16
    /// Elements of all lists of a GGUF file.
    package static let elements = 1 << 22
    /// Bytes of a tensor's name in a GGUF file, whose own bound is 64.
    package static let nameBytes = 1 << 10
    /// Values of a config.json, or of what a tokenizer's files have beside vocabulary and merges.
    package static let settings = 1 << 19
    /// Tokens of a vocabulary.
    package static let tokens = 1 << 21
    /// Merges of a vocabulary.
    package static let merges = 1 << 21
    /// Tokens that are found in text as they stand.
    package static let addedTokens = 1 << 17
    /// Things that are done to a text one after the other.
    package static let textSteps = 64
    /// Instructions of a pickle.
    package static let instructions = 1 << 22
    /// Members of an archive.
    package static let members = 1 << 18
}
