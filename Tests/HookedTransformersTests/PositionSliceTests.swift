import HookedTransformers
import Hooks
import TensorCore
import TestSupport
import Testing

/// A cache may keep some of the positions; the position axis stays.
struct PositionSliceTests {
    private let tokens = Tensor([[3, 1, 4, 1, 5], [9, 2, 6, 5, 3]])

    @Test("Every activation is the part that the same slice of a whole cache gives, per-head inputs included")
    func parts() throws {
        let model = try RandomModel.load()
        model.setUseSplitQKVInput(true)
        model.setUseAttnResult(true)
        let (logits, whole) = try model.runWithCache(tokens)
        let slices: [(any TensorIndex, [Int])] = [
            (-1, [4]), (0, [0]), (1..<3, [1, 2]), ((-2)..., [3, 4]), ([4, 0], [4, 0]),
            (TensorIndexOperation.stride(by: 2), [0, 2, 4]), (Tensor([true, false, true, false, false]), [0, 2]),
        ]
        for (slice, positions) in slices {
            let (same, cache) = try model.runWithCache(tokens, posSlice: slice)
            #expect(same.isIdentical(to: logits) && cache.keys == whole.keys)
            for (name, activation) in cache {
                let all = try whole[name]
                let isAttention = name.hasSuffix("hook_pattern") || name.hasSuffix("hook_attn_scores")
                let expected = isAttention ? all[0..., 0..., positions] : all[0..., positions]
                #expect(activation.isIdentical(to: expected), "\(name)")
            }
        }
    }

    @Test("What is kept takes the memory of its own positions, also of one prompt")
    func memory() throws {
        let model = try RandomModel.load(RandomModel.cfg(nCtx: 600))
        let (_, cache) = try model.runWithCache([Int](repeating: 3, count: 600), posSlice: 0..<500)
        let z = try cache["z", 0]
        #expect(z.shape == [1, 500, 3, 4] && z.heldByteCount == z.byteCount)
    }

    @Test("Filters, hooks and the analyses of caches go along; later runs are not disturbed")
    func together() throws {
        let model = try RandomModel.load()
        let (_, whole) = try model.runWithCache(tokens)
        let double = Hook(actName("z", 0)) { z, _ in z *= 2.0 }
        let (_, cache) = try model.runWithCache(
            tokens, namesFilter: { $0.hasSuffix("hook_z") }, fwdHooks: [double], posSlice: -1)
        #expect(cache.count == 2)
        expectClose(try cache["z", 0], try whole["z", 0][0..., [4]] * 2, absolute: 1e-6)
        let (_, first) = try model.runWithCache([[7, 7, 8]], posSlice: 0)
        #expect(try first["z", 1].shape == [1, 1, 3, 4])
        let (_, again) = try model.runWithCache([[7, 7, 8]])
        #expect(try again["z", 1].shape == [1, 3, 3, 4])
        let hooked = try model.runWithHooks([[7, 7, 8]], fwdHooks: [double])
        let plain = try model.runWithHooks([[7, 7, 8]], fwdHooks: [double], recompute: .everything)
        expectClose(hooked, plain, absolute: 1e-5)
    }

    @Test("A cache comes with a loss, and without a batch axis, when asked to")
    func lossAndBatchAxis() throws {
        let model = try RandomModel.load()
        let one = tokens[0..<1]
        let (loss, cache) = try model.runWithCache(one, returnType: .loss, removeBatchDim: true)
        expectClose(loss, try model(one, returnType: .loss), absolute: 1e-6)
        #expect(try cache["pattern", 1].shape == [3, 5, 5])
        let (losses, _) = try model.runWithCache(tokens, returnType: .loss, lossPerToken: true)
        #expect(losses.shape == [2, 4])
        #expect(throws: HookError.batchOfSeveral(2)) { try model.runWithCache(tokens, removeBatchDim: true) }
    }

    @Test(
        "Positions that there are not are an error that names the argument and the bounds",
        arguments: [5, -6, [0, 7], 3..<3, 9..., TensorIndexOperation.newAxis, Tensor([[0]]), Tensor([1.5])]
            as [any TensorIndex & Sendable])
    func errors(_ slice: any TensorIndex & Sendable) throws {
        let model = try RandomModel.load()
        let error = try #require(#expect(throws: ModelError.self) { try model.runWithCache(tokens, posSlice: slice) })
        #expect("\(error)".hasPrefix("posSlice: "), "\(error)")
        #expect(try model.runWithCache(tokens).cache["z", 0].shape == [2, 5, 3, 4])
    }
}
