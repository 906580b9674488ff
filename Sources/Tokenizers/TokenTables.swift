/// A vocabulary as a GGUF file lists it: tokens in the order of their ids, with a kind and perhaps a score each.
package struct TokenTables: Sendable {
    /// The file, for errors.
    package let file: String
    /// The texts of all tokens.
    package let tokens: [String]
    /// `gpt2` for bytes that are merged, `llama` for pieces of text with scores.
    package var model = "gpt2"
    /// How text is cut into words, by the name of a model that does it so.
    package var pre: String?
    /// What each token is, by the numbers of ``Kind``; none where all are ordinary.
    package var kinds: [Int] = []
    package var scores: [Double] = []
    /// Pairs, each with a space between, best first.
    package var merges: [String] = []
    package var bos: Int?
    package var eos: Int?
    package var unknown: Int?
    package var padding: Int?
    /// Whether a text begins as if a space stood before it; nil for what its kind usually does.
    package var addsPrefixSpace: Bool?
    /// Whether the file says that texts begin with the BOS; nil for what its kind usually does.
    package var addsBOS: Bool?

    package init(file: String, tokens: [String]) { (self.file, self.tokens) = (file, tokens) }

    /// What a token is.
    enum Kind: Int {
        case normal = 1, unknown, control, userDefined, unused, byte
    }

    func kind(of id: Int) throws -> Kind {
        guard !kinds.isEmpty else { return .normal }
        guard let kind = Kind(rawValue: kinds[id]) else {
            throw malformed("kinds from 1 to 6 under \"tokenizer.ggml.token_type\"", "kind \(kinds[id]) of token \(id)")
        }
        return kind
    }

    func malformed(_ expected: String, _ found: String) -> TokenizerError {
        .malformed(file: file, expected: expected, found: found)
    }

    func unsupported(_ key: String, _ found: String) -> TokenizerError {
        .unsupported(file: file, key: "tokenizer.ggml." + key, found: "\"\(found)\"")
    }

    /// Throws where lists are of unequal lengths, or a special token's id is none.
    func check() throws {
        guard !tokens.isEmpty else { throw malformed("at least one token", "none") }
        for (list, name) in [(kinds.count, "token_type"), (scores.count, "scores")] where list != tokens.count {
            guard list == 0 else {
                throw malformed(
                    "\(tokens.count) elements under \"tokenizer.ggml.\(name)\", as there are tokens", "\(list)")
            }
        }
        for (id, name) in [(bos, "bos"), (eos, "eos"), (unknown, "unknown"), (padding, "padding")] {
            guard let id, !tokens.indices.contains(id) else { continue }
            throw malformed("ids from 0 to \(tokens.count - 1)", "\"tokenizer.ggml.\(name)_token_id\" \(id)")
        }
    }
}
