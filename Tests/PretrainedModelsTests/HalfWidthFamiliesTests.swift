import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Checkpoints of every family whose matrices are kept at two bytes a number.
struct HalfWidthFamiliesTests {
    @Test(
        "Matrices kept at two bytes a number move predictions as rounding does, in every family",
        arguments: GoldenFamily.all)
    func bfloat16(_ name: String) throws {
        let family = try GoldenFamily(name)
        let tokens = try family["tokens"]
        let half = try HookedTransformer.fromPretrained(family.folder, dtype: .bfloat16)
        #expect(half.cfg.dtype == .bfloat16)
        let both = try [half, family.load(.raw)].map { try $0(tokens).logSoftmax(dim: -1) }
        // A weight moves by at most 1 in 512 of itself.
        expectClose(both[0], both[1], absolute: 0.1)
        #expect(half.byteCount < (try family.load(.raw).byteCount) * 3 / 4)
    }
}
