import Foundation
import TestSupport
import Testing
import Tokenizers

/// Vocabularies as GGUF files list them.
struct TokenTablesTests {
    @Test(
        "The same tokens as from the tokenizer.json that the lists were made from",
        arguments: [
            ("gpt2", "gpt-2"), ("neox", "gpt-neox"), ("llama3", "llama-bpe"), ("qwen2", "qwen2"), ("digits", "smollm"),
        ])
    func bytes(_ kind: String, _ pre: String) throws {
        let source = Golden.path("tokenizers/\(kind)")
        let file = try JSONDecoder().decode(
            TokenizerFile.self, from: Data(contentsOf: URL(filePath: source + ".tokenizer.json")))
        let tokenizer = try BytePairTokenizer(file.tables(pre))
        let golden = try JSONDecoder().decode(
            Texts.self, from: Data(contentsOf: URL(filePath: source + ".golden.json")))
        #expect(golden.texts.count == 61)
        for text in golden.texts {
            #expect(try tokenizer.encode(text.text) == text.plain, "\(kind): \(text.text.debugDescription)")
            #expect(try tokenizer.decode(text.ids) == text.decoded, "\(kind): \(text.ids)")
        }
        #expect(tokenizer.addsBOS == (kind == "llama3"))
    }

    @Test func piecesWithScoresAreThoseOfTheSentencePieceLibrary() throws {
        let golden = try pieces()
        let tokenizer = try BytePairTokenizer(golden.tables)
        for text in golden.texts {
            #expect(try tokenizer.encode(text.text) == text.ids, "\(text.text.debugDescription)")
            #expect(try tokenizer.decode(text.ids) == text.decoded, "\(text.ids)")
        }
        #expect(tokenizer.bosTokenID == 1 && tokenizer.eosTokenID == 2 && tokenizer.addsBOS)
        #expect(try tokenizer.encode("a</s>b") == tokenizer.encode("a") + [2] + tokenizer.encode("b"))
        // A long text is one word, which takes n·log n.
        let long = String(repeating: "the residual stream ", count: 5000)
        #expect(try tokenizer.decode(tokenizer.encode(long)) == long)
    }

    @Test func withoutASpaceInFront() throws {
        var tables = try pieces().tables
        tables.addsPrefixSpace = false
        let tokenizer = try BytePairTokenizer(tables)
        #expect(try tokenizer.decode(tokenizer.encode(" the notebook")) == " the notebook")
        #expect(try tokenizer.encode(" the").count == 1 && tokenizer.encode("the").count > 1)
    }

    @Test func listsThatLieAreNamed() throws {
        let lies: [((inout TokenTables) -> Void, String)] = [
            ({ $0.scores.removeLast() }, "700 elements under \"tokenizer.ggml.scores\""),
            ({ $0.scores = [] }, "a list under \"tokenizer.ggml.scores\""),
            ({ $0.scores[9] = .nan }, "none for token 9"), ({ $0.kinds.append(1) }, "\"tokenizer.ggml.token_type\""),
            ({ $0.kinds[5] = 70 }, "kind 70 of token 5"), ({ $0.bos = 700 }, "\"tokenizer.ggml.bos_token_id\" 700"),
            ({ $0.unknown = -1 }, "\"tokenizer.ggml.unknown_token_id\" -1"), ({ $0.model = "t5" }, "\"t5\""),
            ({ $0 = TokenTables(file: "x.gguf", tokens: []) }, "at least one token"),
            ({ ($0.model, $0.pre) = ("gpt2", "unheard-of") }, "\"tokenizer.ggml.pre\" is \"unheard-of\""),
            ({ ($0.model, $0.pre, $0.merges) = ("gpt2", "gpt-2", ["a"]) }, "two tokens separated by a space"),
            ({ ($0.model, $0.pre, $0.merges) = ("gpt2", "gpt-2", ["a zebra"]) }, "\"a zebra\", whose \"zebra\" is not"),
        ]
        for (change, expected) in lies {
            var tables = try pieces().tables
            change(&tables)
            let error = #expect(throws: TokenizerError.self) { try BytePairTokenizer(tables) }
            #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
            #expect(error?.description.contains("x.gguf") == true)
        }
    }

    private func pieces() throws -> Pieces {
        try JSONDecoder().decode(
            Pieces.self, from: Data(contentsOf: URL(filePath: Golden.path("tokenizers/pieces.json"))))
    }
}

private struct Pieces: Decodable {
    let tokens: [String]
    let scores: [Double]
    let kinds: [Int]
    let texts: [Text]

    struct Text: Decodable {
        let text: String
        let ids: [Int]
        let decoded: String
    }

    var tables: TokenTables {
        var tables = TokenTables(file: "x.gguf", tokens: tokens)
        (tables.model, tables.scores, tables.kinds) = ("llama", scores, kinds)
        (tables.bos, tables.eos, tables.unknown) = (1, 2, 0)
        return tables
    }
}

private struct Texts: Decodable {
    let texts: [Text]

    struct Text: Decodable {
        let text: String
        let plain: [Int]
        let ids: [Int]
        let decoded: String
    }
}

/// A tokenizer.json as far as the format's converter reads it.
private struct TokenizerFile: Decodable {
    let added_tokens: [Added]
    let model: Model

    struct Added: Decodable {
        let id: Int
        let content: String
        let special: Bool
    }

    struct Model: Decodable {
        let vocab: [String: Int]
        let merges: [Merge]
    }

    struct Merge: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            text = try (try? value.decode(String.self)) ?? value.decode([String].self).joined(separator: " ")
        }
    }

    func tables(_ pre: String) -> TokenTables {
        let count = max(model.vocab.values.max() ?? 0, added_tokens.map(\.id).max() ?? 0) + 1
        var (tokens, kinds) = ((0..<count).map { "[PAD\($0)]" }, [Int](repeating: 5, count: count))
        for (token, id) in model.vocab { (tokens[id], kinds[id]) = (token, 1) }
        for token in added_tokens { (tokens[token.id], kinds[token.id]) = (token.content, token.special ? 3 : 4) }
        var tables = TokenTables(file: "x.gguf", tokens: tokens)
        (tables.kinds, tables.merges, tables.pre) = (kinds, model.merges.map(\.text), pre)
        tables.bos = added_tokens.first?.id
        return tables
    }
}
