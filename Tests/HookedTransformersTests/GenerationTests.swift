import HookedTransformers
import Hooks
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Texts go on token by token as runs over everything say they should.
struct GenerationTests {
    @Test("Reading token by token gives the logits of one run", arguments: [GoldenModel.Setting.raw, .notebook])
    func incrementalLogits(_ setting: GoldenModel.Setting) throws {
        for name in ["tiny", "variants/inverse-layer-scale", "variants/relu"] {
            let model = try GoldenModel.load(name, setting)
            let tokens = try GoldenModel.tokens(name, "clean_tokens")
            let expected = try model(tokens)
            var past = KeyValueCache()
            expectClose(try model(tokens[0..., 0..<2], pastKVCache: &past), expected[0..., 0..<2], absolute: 1e-5)
            let prefix = past
            for position in 2..<tokens.shape[1] {
                let logits = try model(tokens[0..., position..<(position + 1)], pastKVCache: &past)
                expectClose(logits[0..., 0], expected[0..., position], absolute: 2e-5)
            }
            #expect(past.count == tokens.shape[1] && prefix.count == 2)
            var other = prefix
            expectClose(try model(tokens[0..., 2...], pastKVCache: &other), expected[0..., 2...], absolute: 2e-5)
        }
    }

    @Test("The likeliest tokens are those of the reference")
    func greedy() throws {
        for setting in GoldenModel.Setting.allCases {
            let model = try GoldenModel.load("tiny", setting)
            let prompt = try GoldenModel.tokens("tiny", "clean_tokens")[0..<1]
            let expected = [27, 108, 85, 118, 63, 27, 85, 67, 113, 85]
            for usesCache in [true, false] {
                let longer = try model.generate(prompt, doSample: false, usePastKVCache: usesCache)
                #expect(longer[0, 12...].toIntArray() == expected)
            }
        }
        for name in ["gelu", "narrow-mlp"] {
            let model = try GoldenModel.load("variants/\(name)", .notebook)
            let prompt = try GoldenModel.tokens("variants/\(name)", "clean_tokens")[0..<1]
            let longer = try model.generate(prompt, maxNewTokens: 8, temperature: 0)
            #expect(longer[0] == (try Golden("variants/\(name)", "notebook")["greedy"]))
        }
    }

    @Test("Padded prompts go on as each does alone")
    func padding() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let tokens = Tensor([[7, 3, 9, 11], [0, 0, 5, 6]])
        let mask = Tensor([[1, 1, 1, 1], [0, 0, 1, 1]])
        for usesCache in [true, false] {
            let both = try model.generate(
                tokens, maxNewTokens: 6, doSample: false, usePastKVCache: usesCache, attentionMask: mask)
            let alone = try model.generate(Tensor([[5, 6]]), maxNewTokens: 6, doSample: false)
            #expect(both[1, 4...] == alone[0, 2...])
            #expect(both[0..., 0..<4] == tokens)
        }
    }

    @Test("A token costs as much after many as after few: keys and values are not copied for it")
    func growsInPlace() throws {
        let cfg = HookedTransformerConfig(
            nLayers: 1, nHeads: 1, dModel: 256, dMLP: 4, nCtx: 4096, dVocab: 17, actFn: .geluNew)
        let model = try RandomModel.load(cfg)
        // Copying looks at the stop flag once a megabyte; the keys of 4,096 positions have four, and the values.
        func looks(after count: Int) throws -> [Int] {
            let prompt = Tensor((0..<count).map { $0 % 17 }, shape: [1, count])
            return try Session().run {
                let (short, long) = try (looks(generating: 2), looks(generating: 4))
                var past = KeyValueCache()
                _ = try model(prompt, pastKVCache: &past)
                _ = try model([1], pastKVCache: &past)
                return [long - short, try Interruption.countingLooks { _ = try model([2], pastKVCache: &past) }.looks]
            }
            func looks(generating new: Int) throws -> Int {
                try Interruption.countingLooks {
                    _ = try model.generate(prompt, maxNewTokens: new, stopAtEOS: false, doSample: false)
                }.looks
            }
        }
        let (few, many) = try (looks(after: 10), looks(after: 3000))
        #expect(zip(many, few).allSatisfy { $0 - $1 < 8 }, "\(few) and \(many)")
    }

    @Test("A seed repeats the draws, with and without the cache, and manualSeed does where there is none")
    func seeds() throws {
        let model = try RandomModel.load()
        let prompt = Tensor([[1, 2], [3, 4]])
        let first = try model.generate(prompt, maxNewTokens: 6, topK: 9, topP: 0.9, seed: 3)
        #expect(try model.generate(prompt, maxNewTokens: 6, topK: 9, topP: 0.9, seed: 3) == first)
        let slow = try model.generate(prompt, maxNewTokens: 6, topK: 9, topP: 0.9, usePastKVCache: false, seed: 3)
        #expect(slow == first)
        try Session().run {
            manualSeed(5)
            let drawn = try model.generate(prompt, maxNewTokens: 6)
            manualSeed(5)
            #expect(try model.generate(prompt, maxNewTokens: 6) == drawn)
        }
    }

    @Test("A text that has ended is filled up with the token that ended it")
    func ends() throws {
        let model = try RandomModel.load()
        let prompt = Tensor([[1, 2], [3, 4]])
        let free = try model.generate(prompt, maxNewTokens: 5, doSample: false)
        let stop = Int(free[0, 3].item())
        let ended = try model.generate(prompt, maxNewTokens: 5, eosTokenID: stop, doSample: false)
        let row = ended[0, 2...].toIntArray()
        let first = try #require(row.firstIndex(of: stop))
        #expect(row[first...].allSatisfy { $0 == stop } && first <= 1)
    }

    @Test("Hooks are there at every step, those of the call and those that were added")
    func hooks() throws {
        let model = try RandomModel.load()
        let prompt = Tensor([[1, 2, 3]])
        var lengths: [Int] = []
        let hook = Hook("hook_embed") { embed, _ in lengths.append(embed.shape[1]) }
        _ = try model.generate(prompt, maxNewTokens: 3, doSample: false, fwdHooks: [hook])
        #expect(lengths == [3, 4, 5])
        try model.addHook(hook)
        _ = try model.generate(prompt, maxNewTokens: 2, doSample: false)
        #expect(lengths == [3, 4, 5, 3, 4])
        var past = KeyValueCache()
        #expect(throws: ModelError.self) { try model(prompt, pastKVCache: &past) }
    }

    @Test("What cannot go on is an error, and leaves the cache as it was")
    func errors() throws {
        let model = try RandomModel.load()
        var past = KeyValueCache()
        _ = try model([1, 2, 3], pastKVCache: &past)
        #expect(throws: ModelError.tooManyTokens(count: 9, limit: 8)) {
            try model([1, 2, 3, 4, 5, 6], pastKVCache: &past)
        }
        #expect(throws: ModelError.self) { try model([[1], [2]], pastKVCache: &past) }
        #expect(throws: ModelError.self) { try RandomModel.load()([1], pastKVCache: &past) }
        let stopped = Session()
        stopped.stop.request()
        stopped.run { #expect(throws: Interrupted.self) { try model([4, 5], pastKVCache: &past) } }
        #expect(past.count == 3)
        let expected = try model([1, 2, 3, 4])[0, -1]
        expectClose(try model([4], pastKVCache: &past)[0, 0], expected, absolute: 1e-5)
        let prompt = Tensor([[1, 2, 3]])
        #expect(throws: ModelError.tooManyNewTokens(prompt: 3, new: 6, limit: 8)) {
            try model.generate(prompt, maxNewTokens: 6)
        }
        #expect(throws: ModelError.self) { try model.generate(prompt, maxNewTokens: -1) }
        #expect(throws: ModelError.self) { try model.generate(prompt, maxNewTokens: .max) }
        #expect(throws: ModelError.self) { try model.generate(prompt, maxNewTokens: 1, temperature: -1) }
        #expect(throws: ModelError.self) { try model.generate(prompt, maxNewTokens: 1, topP: 1.5) }
        #expect(throws: ModelError.self) { try model.generate(prompt, maxNewTokens: 1, topK: 0) }
        #expect(throws: ModelError.self) { try model.generate("text") }
    }
}
