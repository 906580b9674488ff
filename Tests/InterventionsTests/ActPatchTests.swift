import HookedTransformers
import Hooks
import Interventions
import TensorCore
import TestSupport
import Testing

/// Each function of the family gives TransformerLens's grid.
struct ActPatchTests {
    private typealias Patch = (
        HookedTransformer, any ModelInput, ActivationCache, (Tensor) throws -> Tensor
    ) throws -> Tensor

    @Test(arguments: [GoldenModel.Setting.raw, .notebook])
    func gridsAreTheReferences(_ setting: GoldenModel.Setting) throws {
        let patching = try PatchingRun(setting)
        let (blocks, byPosition) = (try patching["block_every"], try patching["head_by_pos_every"])
        let allPositions = try patching["head_all_pos_every"]
        let expected: [(String, Patch, Tensor)] = [
            ("resid_pre", { try actPatchResidPre($0, $1, $2, metric: $3) }, blocks[0]),
            ("resid_mid", { try actPatchResidMid($0, $1, $2, metric: $3) }, try patching["resid_mid"]),
            ("attn_out", { try actPatchAttnOut($0, $1, $2, metric: $3) }, blocks[1]),
            ("mlp_out", { try actPatchMLPOut($0, $1, $2, metric: $3) }, blocks[2]),
            ("block_every", { try actPatchBlockEvery($0, $1, $2, metric: $3) }, blocks),
            ("out by pos", { try actPatchAttnHeadOutByPos($0, $1, $2, metric: $3) }, byPosition[0]),
            ("q by pos", { try actPatchAttnHeadQByPos($0, $1, $2, metric: $3) }, byPosition[1]),
            ("k by pos", { try actPatchAttnHeadKByPos($0, $1, $2, metric: $3) }, byPosition[2]),
            ("v by pos", { try actPatchAttnHeadVByPos($0, $1, $2, metric: $3) }, byPosition[3]),
            (
                "pattern by pos", { try actPatchAttnHeadPatternByPos($0, $1, $2, metric: $3) },
                byPosition[4].transposed(1, 2)
            ),
            ("by pos every", { try actPatchAttnHeadByPosEvery($0, $1, $2, metric: $3) }, byPosition),
            ("out", { try actPatchAttnHeadOutAllPos($0, $1, $2, metric: $3) }, allPositions[0]),
            ("q", { try actPatchAttnHeadQAllPos($0, $1, $2, metric: $3) }, allPositions[1]),
            ("k", { try actPatchAttnHeadKAllPos($0, $1, $2, metric: $3) }, allPositions[2]),
            ("v", { try actPatchAttnHeadVAllPos($0, $1, $2, metric: $3) }, allPositions[3]),
            ("pattern", { try actPatchAttnHeadPatternAllPos($0, $1, $2, metric: $3) }, allPositions[4]),
            ("all pos every", { try actPatchAttnHeadAllPosEvery($0, $1, $2, metric: $3) }, allPositions),
        ]
        for (name, patch, grid) in expected { expectClose(try patching.run(patch), grid, "\(name)") }
    }

    @Test func cellsOfThePatternMakeUpItsRows() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let cache = try model.runWithCache([1, 2, 3]).cache
        let metric: (Tensor) -> Tensor = { $0[0, -1, 7] }
        let cells = try actPatchAttnHeadPatternDestSrcPos(model, [4, 2, 3], cache, metric: metric)
        let rows = try actPatchAttnHeadPatternByPos(model, [4, 2, 3], cache, metric: metric)
        #expect(cells.shape == [2, 4, 3, 3] && rows.shape == [2, 4, 3])
        // The first query sees one key only.
        expectClose(cells[0..., 0..., 0, 0], rows[0..., 0..., 0], absolute: 1e-6)
    }

    /// The clean and the corrupted run of the golden model, and the metric that is 0 on one and 1 on the other.
    private struct PatchingRun {
        let model: HookedTransformer
        let golden: Golden
        let corrupted: Tensor
        let cache: ActivationCache

        init(_ setting: GoldenModel.Setting) throws {
            (model, golden) = (try GoldenModel.load("tiny", setting), try Golden("tiny", setting.rawValue))
            corrupted = try GoldenModel.tokens("tiny", "corrupted_tokens")
            cache = try model.runWithCache(GoldenModel.tokens("tiny", "clean_tokens")).cache
        }

        subscript(key: String) -> Tensor {
            get throws { try golden["patching.\(key)"] }
        }

        func run(_ patch: Patch) throws -> Tensor {
            let (clean, zero) = (try golden["ave_logit_diff.clean"], try golden["ave_logit_diff.corrupted"])
            let answers = try GoldenModel.tokens("tiny", "answer_tokens")
            return try patch(model, corrupted, cache) { logits in
                let chosen = logits[0..., -1, 0...].gather(dim: -1, index: answers)
                return ((chosen[0..., 0] - chosen[0..., 1]).mean() - zero) / (clean - zero)
            }
        }
    }
}
