import CircuitAnalysis
import HookedTransformers
import Hooks
import TensorCore
import TestSupport
import Testing

/// Models of every family are taken apart as TransformerLens takes them apart.
struct FamilyAnalysisTests {
    @Test(arguments: GoldenFamily.all, GoldenFamily.Setting.allCases)
    func residualStreams(_ name: String, _ setting: GoldenFamily.Setting) throws {
        let (family, key) = (try GoldenFamily(name), setting.rawValue)
        let model = try family.load(setting)
        let cache = try model.runWithCache(family["tokens"]).cache
        let (parts, labels) = try cache.decomposeResid(posSlice: -1)
        guard family.has("\(key).decompose_resid") else { return }
        let (expected, names) = try family.decomposition(setting, model)
        expectClose(parts, expected)
        #expect(labels == names)
        let (stack, streams) = try cache.accumulatedResid(inclMid: true, posSlice: -1)
        let scaled = try cache.applyLNToStack(stack, posSlice: -1, applyGain: false)
        // TransformerLens takes the mean off, whatever the last norm is.
        let own = model.cfg.finalRMS ? scaled - scaled.mean(dim: -1, keepdim: true) : scaled
        expectClose(own, try family["\(key).accumulated_resid_ln"])
        #expect(try streams == family.labels("accumulated_resid_incl_mid") ?? family.labels("accumulated_resid"))
        expectClose(parts.sum(dim: 0), stack[-1], absolute: 1e-5)
    }

    @Test(arguments: GoldenFamily.all, GoldenFamily.Setting.allCases)
    func attributions(_ name: String, _ setting: GoldenFamily.Setting) throws {
        let (family, key) = (try GoldenFamily(name), setting.rawValue)
        guard family.has("\(key).dla.heads") else { return }
        let (model, answers) = (try family.load(setting), try family["answers"])
        let cache = try model.runWithCache(family["tokens"]).cache
        let parts = try cache.decomposeResid(posSlice: -1).stack
        let (heads, labels) = try cache.stackHeadResults(inclRemainder: true, posSlice: -1)
        #expect(try labels == family.labels("stack_head_results"))
        for (stack, name) in [(parts, "decompose"), (heads, "heads")] {
            // TransformerLens leaves out the norm behind attention; that heads sum to the whole with it, `sums` tests.
            if name == "heads", cache.keys.contains("blocks.0.ln1_post.hook_scale") { continue }
            let attributions = try cache.logitAttrs(
                stack, tokens: answers[0..., 0], incorrectTokens: answers[0..., 1], posSlice: -1, applyGain: false)
            // TransformerLens takes the mean off before the last norm, whatever that is.
            if model.cfg.finalRMS { continue }
            let expected = try family["\(key).dla.\(name)"]
            expectClose(attributions, try name == "heads" ? expected : family.ofStream(expected, model).0)
        }
    }

    @Test(
        "Everything that is written sums to the residual stream, and the lens ends in the logits",
        arguments: GoldenFamily.all)
    func sums(_ name: String) throws {
        let family = try GoldenFamily(name)
        let model = try family.load(.raw)
        let (logits, cache) = try model.runWithCache(family["tokens"])
        let final = try cache["resid_post", -1]
        for expands in [false, true] {
            let parts = try cache.fullResidDecomposition(expandNeurons: expands).stack
            expectClose(parts.sum(dim: 0), final, absolute: 2e-5)
        }
        let lens = try cache.logitLens().logits
        expectClose(lens[-1], logits, absolute: 1e-4)
    }

    @Test(
        "Detectors score the share of attention that is where a head of their kind looks", arguments: GoldenFamily.all)
    func detectors(_ name: String) throws {
        let family = try GoldenFamily(name)
        let model = try family.load(.raw)
        let ids = [3, 1, 4, 1, 5, 3, 1, 4, 1, 5]
        let cache = try model.runWithCache(Tensor([ids])).cache
        let kinds: [(HeadPattern, (Int, Int) -> Bool)] = [
            (.previousTokenHead, { $1 == $0 - 1 }), (.duplicateTokenHead, { $1 < $0 && ids[$0] == ids[$1] }),
            (.inductionHead, { $1 > 0 && $1 <= $0 && ids[$0] == ids[$1 - 1] }),
        ]
        for (pattern, looks) in kinds {
            let own = try detectHead(model, Tensor([ids]), pattern)
            expectClose(own, try detectHead(model, Tensor([ids]), pattern, cache: cache), absolute: 1e-5)
            for layer in 0..<model.cfg.nLayers {
                let attention = try cache["pattern", layer]
                for head in 0..<model.cfg.nHeads {
                    var there = 0.0
                    for query in ids.indices {
                        for key in ids.indices where looks(query, key) {
                            there += attention[0, head, query, key].item()
                        }
                    }
                    let share = there / attention[0, head].sum().item()
                    #expect(abs(own[layer, head].item() - share) < 1e-5, "\(pattern) L\(layer)H\(head)")
                }
            }
        }
    }
}
