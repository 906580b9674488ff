import HookedTransformers
import Hooks
import Interventions
import TensorCore
import TestSupport
import Testing

/// Patching gives TransformerLens's grids at every site.
struct ActivationPatchingTests {
    @Test(arguments: [GoldenModel.Setting.raw, .notebook])
    func gridsAreTheReferences(_ setting: GoldenModel.Setting) throws {
        let (model, golden) = (try GoldenModel.load("tiny", setting), try Golden("tiny", setting.rawValue))
        let corrupted = try GoldenModel.tokens("tiny", "corrupted_tokens")
        let cache = try model.runWithCache(try GoldenModel.tokens("tiny", "clean_tokens")).cache
        let metric = try normalizedDifference(golden)
        let groups = [
            ("head_all_pos_every", PatchSite.attnHeadAllPosEvery), ("head_by_pos_every", PatchSite.attnHeadByPosEvery),
            ("block_every", PatchSite.blockEvery),
        ]
        for (key, sites) in groups {
            // Queries, keys and values have the signs of a decomposition, the same in both runs: patches don't see them.
            let grids = try activationPatch(model, corrupted, cache, sites: sites, metric: metric)
            expectClose(grids, try golden["patching.\(key)"], "\(key)")
        }
        let middle = try activationPatch(model, corrupted, cache, site: .residMid, metric: metric)
        expectClose(middle, try golden["patching.resid_mid"])
    }

    @Test func cellsOfThePatternHaveTwoPositions() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let (clean, corrupted) = ([[1, 2, 3]], [[4, 2, 3]])
        let cache = try model.runWithCache(clean).cache
        let grid = try activationPatch(model, corrupted, cache, site: .attnHeadPatternDestSrcPos) { $0[0, -1, 7] }
        #expect(grid.shape == [2, 4, 3, 3])
        // Above the diagonal there is no attention in either run.
        let unpatched = try model(corrupted)[0, -1, 7]
        #expect(grid[1, 2, 0, 2] == unpatched && grid[0, 1, 2, 0] != unpatched)
    }

    @Test func aMetricPerPromptHasItsAxisBehindTheGrid() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let cache = try model.runWithCache([[1, 2, 3], [4, 5, 6]]).cache
        let corrupted = [[7, 2, 3], [4, 8, 6]]
        let each = try activationPatch(model, corrupted, cache, sites: PatchSite.attnHeadByPosEvery) { $0[0..., -1, 7] }
        let mean = try activationPatch(model, corrupted, cache, sites: PatchSite.attnHeadByPosEvery) {
            $0[0..., -1, 7].mean()
        }
        #expect(each.shape == [5, 2, 3, 4, 2])
        expectClose(each.mean(dim: -1), mean, absolute: 1e-5)
    }

    @Test func placesOfOnesOwnAreOneByOneWhatASiteIs() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let cache = try model.runWithCache([[1, 2, 3]]).cache
        let metric: (Tensor) -> Tensor = { $0[0, -1, 7] }
        let own = try activationPatch(model, [[4, 2, 3]], cache, site: PatchSite("k", axes: [1, 2]), metric: metric)
        let named = try activationPatch(model, [[4, 2, 3]], cache, site: .attnHeadKByPos, metric: metric)
        #expect(own.isIdentical(to: named))
        let neurons = try activationPatch(
            model, [[4, 2, 3]], cache, site: PatchSite("post", axes: [2]), metric: metric)
        #expect(neurons.shape == [2, 128])
        let name = actName("mlp_out", 0)
        for axes in [[2, 1], [1, 1], [], [-1]] {
            #expect(throws: ActivationPatchingError.badAxes(axes, hook: name, cache: [1, 3, 32])) {
                try activationPatch(model, [[4, 2, 3]], cache, site: PatchSite("mlp_out", axes: axes), metric: metric)
            }
        }
    }

    @Test func runsOfDifferentShapesAreAnError() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let cache = try model.runWithCache([[1, 2, 3]]).cache
        #expect(throws: ActivationPatchingError.self) {
            try activationPatch(model, [[1, 2]], cache, site: .residPre) { $0[0, -1, 7] }
        }
        let flat = try cache.removingBatchDim()
        #expect(throws: ActivationPatchingError.tooFewAxes(hook: "blocks.0.attn.hook_pattern", cache: [4, 3, 3])) {
            try activationPatch(model, [[1, 2, 3]], flat, site: PatchSite.attnHeadPatternDestSrcPos) { $0[0, -1, 7] }
        }
    }

    private func normalizedDifference(_ golden: Golden) throws -> (Tensor) -> Tensor {
        let (clean, corrupted) = (try golden["ave_logit_diff.clean"], try golden["ave_logit_diff.corrupted"])
        let answers = try GoldenModel.tokens("tiny", "answer_tokens")
        return { logits in
            let chosen = logits[0..., -1, 0...].gather(dim: -1, index: answers)
            return ((chosen[0..., 0] - chosen[0..., 1]).mean() - corrupted) / (clean - corrupted)
        }
    }
}
