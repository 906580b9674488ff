import Foundation
import HookedTransformers
import Hooks
import PretrainedModels
import Safetensors
import TensorCore
import TestSupport
import Testing

/// A cache that was saved comes back as it was; parts of it are caches too.
struct SavedCacheTests {
    @Test func savedAndLoaded() throws {
        let path = NSTemporaryDirectory() + "swiftlens-\(UUID().uuidString).safetensors"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let model = try GoldenModel.load("tiny", .raw)
        let cache = try model.runWithCache([[1, 2, 3], [4, 5, 6]]).cache
        try cache.save(to: path)
        let loaded = try ActivationCache(contentsOf: path, model: model)
        #expect(loaded.keys == cache.keys)
        for (name, activation) in cache { #expect(try loaded[name].isIdentical(to: activation)) }
        #expect(try loaded["attn", -1] == cache["pattern", 1])
        #expect(try ActivationCache(contentsOf: path)["z0"] == cache["z", 0])
        #expect(try loadTensors(from: path).count == cache.count)
        #expect(throws: SafetensorsError.self) { try ActivationCache(contentsOf: path + ".none") }
    }

    @Test func someOfThePrompts() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let cache = try model.runWithCache([[1, 2, 3], [4, 5, 6]]).cache
        let alone = try model.runWithCache([4, 5, 6]).cache
        let second = try cache.slicingBatchDim(1)
        expectClose(try second["resid_post", 1], try alone["resid_post", 1][0], absolute: 1e-5)
        #expect(try cache.slicingBatchDim([1])["z", 0].shape == [1, 3, 4, 8])
        #expect(throws: TensorError.self) { try cache.slicingBatchDim(2) }
        #expect(cache.byteCounts.reduce(0) { $0 + $1.bytes } == cache.byteCount)
    }
}
