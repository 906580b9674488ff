import Foundation
import HookedTransformers
import Interventions
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// BOS, EOS and padding are three things; more ids than tokens, and texts that look padded, lose nothing.
struct TokenRolesTests {
    private let tiny = TinyCheckpoint()
    private let end = TinyCheckpoint.endOfText

    /// The model with these settings beside its vocabulary.
    private func model(_ files: [String: String] = [:]) throws -> HookedTransformer {
        try tiny.write(TinyCheckpoint.tokenizerFiles.merging(files) { $1 })
        return try HookedTransformer.fromPretrained(tiny.path)
    }

    @Test func anIDThatNoTokenHasIsTheEmptyText() throws {
        // The rows of ids 262 and 263 are made likely, as in a vocabulary that was filled up to a round number.
        var embedding = try #require(tiny.tensors["transformer.wte.weight"])
        embedding[262...] = embedding[262...] * 20
        tiny.tensors["transformer.wte.weight"] = embedding
        let model = try model()
        let ids = try model.generate(model.toTokens("the"), maxNewTokens: 25, seed: 1).toIntArray()
        #expect(ids.contains { $0 > end })
        #expect(try model.toString([0, 262, 1, 263]) == "!\"" && model.toStrTokens([262, 0]) == ["", "!"])
        #expect(try model.toString(262).isEmpty && model.toStrings([[263], [0]]) == ["", "!"])
        for seed in 0..<20 { #expect(try model.generate("the", maxNewTokens: 25, seed: seed).hasPrefix("the")) }
        #expect(throws: (any Error).self) { try model.toString([264]) }
        #expect(throws: (any Error).self) { try model.toString([-1]) }
    }

    @Test func generationStopsAtEOSAndFillsUpWithPadding() throws {
        let settings = #"{"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>"}"#
        let tiny = TinyCheckpoint(vocabulary: 265)
        try tiny.write(TinyCheckpoint.tokenizerFiles.merging(["special_tokens_map.json": settings]) { $1 })
        let model = try HookedTransformer.fromPretrained(tiny.path)
        let tokenizer = try #require(model.tokenizer)
        #expect([tokenizer.bosTokenID, tokenizer.eosTokenID, tokenizer.padTokenID] == [262, 263, 264])
        #expect(try model.toTokens("the").toIntArray().first == 262)
        #expect(
            try model.toTokens(["the", "on the"], paddingSide: .right).toIntArray().suffix(3).contains(264) == false)
        #expect(try model.toTokens(["on the", "the"], paddingSide: .right)[1, -1].item() == 264)
        // Greedy continuations, and the same when the second token of the first is what ends a text.
        let free = try model.generate(
            Tensor([[1, 2, 3], [4, 5, 6]]), maxNewTokens: 6, stopAtEOS: false, doSample: false)
        let stop = Int(free[0, 4].item())
        let stopped = try model.generate(
            Tensor([[1, 2, 3], [4, 5, 6]]), maxNewTokens: 6, eosTokenID: stop, doSample: false)
        let row = stopped[0].toIntArray()
        let rest = row[(1 + (row.dropFirst(3).firstIndex(of: stop) ?? 0))...]
        #expect(row.dropFirst(3).contains(stop) && rest.allSatisfy { $0 == 264 }, "\(row)")
    }

    @Test func whatWasEncodedHereIsNotTakenForPadding() throws {
        let model = try model()
        let texts = ["the<|endoftext|>", "thet"]
        let logits = try model(texts)
        for (row, text) in texts.enumerated() {
            expectClose(logits[row], try model(text)[0], absolute: 1e-5)
            expectClose(try model(texts, paddingSide: .left)[row], logits[row], absolute: 1e-5)
        }
        let begins = ["<|endoftext|><|endoftext|>the", "onthethe"]
        #expect(try model.toTokens(begins).shape == [2, 4])
        for (row, text) in begins.enumerated() {
            expectClose(try model(begins)[row], try model(text)[0], absolute: 1e-5)
        }
    }

    @Test func rowsOfIDsMayEndOrBeginWithWhatEndsATextBefore() throws {
        let model = try model()
        let rows = [[end, 5, 6, end], [end, 7, 8, 9], [end, end, 3, 4]]
        for input in [rows as any ModelInput, Tensor(rows.flatMap { $0 }, shape: [3, 4])] {
            let logits = try model(input)
            for row in rows.indices { expectClose(logits[row], try model(rows[row])[0], absolute: 1e-5) }
            let sweep = try model.ablateHeads(input, methods: [.zero], metric: { $0[0, -1, 3] })
            #expect(sweep.maps[0].shape == [2, 2])
            let (_, cache) = try model.runWithCache(input)
            #expect(try actPatchResidPre(model, input, cache, metric: { $0[0, -1, 3] }).shape == [2, 4])
        }
    }

    @Test func rowsThatWereFilledUpAreStillKnown() throws {
        let model = try model()
        let texts = ["the on the", "on the"]
        for side in [PaddingSide.left, .right] {
            let tokens = try model.toTokens(texts, paddingSide: side)
            let error = #expect(throws: ModelError.self) { try model(tokens) }
            #expect(error?.description.contains("pass paddingSide: .\(side)") == true)
            let zero = { (logits: Tensor) in logits[0, -1, 3] }
            #expect(throws: ModelError.self) { try model.ablateHeads(tokens, methods: [.zero], metric: zero) }
            let said = try model.ablateHeads(tokens, methods: [.zero], paddingSide: side, metric: zero)
            let mask = Tensor(tokens.toIntArray().map { $0 == end ? 0 : 1 }, shape: tokens.shape)
            _ = try model.ablateHeads(tokens, methods: [.zero], attentionMask: mask, metric: zero)
            #expect(said.maps[0].shape == [2, 2])
        }
        // Longer runs are how no text looks, wherever they come from.
        #expect(throws: ModelError.looksPadded(row: 1, count: 2, side: .right)) {
            try model([[1, 2, 3], [1, end, end]])
        }
        let ones = Tensor.ones([2, 3])
        _ = try model([[1, 2, 3], [1, end, end]], attentionMask: ones)
    }

    @Test func paddingOfItsOwnIsPaddingAlways() throws {
        let tiny = TinyCheckpoint(vocabulary: 265)
        try tiny.write(
            TinyCheckpoint.tokenizerFiles.merging(["tokenizer_config.json": #"{"pad_token": "<pad>"}"#]) { $1 })
        let model = try HookedTransformer.fromPretrained(tiny.path)
        #expect(model.tokenizer?.padTokenID == 262)
        #expect(throws: ModelError.looksPadded(row: 1, count: 1, side: .right)) {
            try model([[1, 2, 3], [1, 2, 262]])
        }
        #expect(throws: ModelError.looksPadded(row: 0, count: 1, side: .left)) {
            try model([[262, 2, 3], [1, 2, 3]])
        }
        _ = try model([[1, 2, 3], [1, 2, end]])
    }

    @Test func tooManyNewTokensAreToldAsThat() throws {
        let model = try model()
        let error = #expect(throws: ModelError.self) { try model.generate("the on", maxNewTokens: 2000) }
        #expect(
            error?.description
                == "maxNewTokens is 2000, and 29 is the most here: the longest prompt has 3 tokens, and the model "
                + "takes 32 with what follows (cfg.nCtx)")
        #expect(throws: ModelError.tooManyNewTokens(prompt: 2, new: .max, limit: 32)) {
            try model.generate("the", maxNewTokens: .max)
        }
    }

    @Test func aTokenizerOfAnotherKindIsNamedAndIDsStillRun() throws {
        try tiny.write([
            "tokenizer.json":
                #"{"model": {"type": "WordPiece", "vocab": {"a": 0}, "merges": []}, "pre_tokenizer": null}"#
        ])
        let model = try HookedTransformer.fromPretrained(tiny.path)
        #expect(try model([1, 2, 3]).shape == [1, 3, 264])
        let error = #expect(throws: ModelError.self) { try model.toTokens("a") }
        #expect(
            error?.description.contains(
                "tokenizer.json is a tokenizer of a kind that is not read: its \"model\" is WordPiece") == true)
    }

    @Test func tokenizerJSONAloneIsEnough() throws {
        let files = TinyCheckpoint.tokenizerFiles
        let merges = (files["merges.txt"] ?? "").split(separator: "\n").dropFirst()
        let pairs = merges.map { "[" + $0.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ",") + "]" }
        for list in [pairs, merges.map { "\"\($0)\"" }] {
            try tiny.write([
                "tokenizer.json": """
                {"added_tokens": [{"id": \(end), "content": "<|endoftext|>"}], "decoder": {"type": "ByteLevel"},
                "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false},
                "model": {"vocab": \(files["vocab.json"] ?? ""), "merges": [\(list.joined(separator: ","))]}}
                """
            ])
            let alone = try HookedTransformer.fromPretrained(tiny.path)
            #expect(try alone.toTokens("the<|endoftext|> on the").toIntArray() == [end, 257, end, 260, 258])
        }
    }
}
