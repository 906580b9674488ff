import HookedTransformers
import Hooks
import Interventions
import TensorCore
import TestSupport
import Testing

/// Sweeps over models of every family give the reference's maps.
struct FamilySweepTests {
    @Test(arguments: GoldenFamily.all, GoldenFamily.Setting.allCases)
    func headsInOneCall(_ name: String, _ setting: GoldenFamily.Setting) throws {
        let family = try GoldenFamily(name)
        let (model, tokens, answers) = (try family.load(setting), try family["tokens"], try family["answers"])
        guard family.has("\(setting.rawValue).ablate_z_last.zero") else { return }
        let cache = try model.runWithCache(tokens).cache
        let sweep = try model.ablateHeads(tokens, methods: [.zero, .mean(over: cache)]) { logits in
            let chosen = logits[0..., -1, 0...].gather(dim: -1, index: answers)
            return chosen[0..., 0] - chosen[0..., 1]
        }
        for (map, kind) in zip(sweep.maps, ["zero", "mean"]) {
            expectClose(map, try family["\(setting.rawValue).ablate_z_last.\(kind)"])
        }
    }

    @Test("Patched places one by one and many at a time", arguments: GoldenFamily.all)
    func patching(_ name: String) throws {
        let family = try GoldenFamily(name)
        let (model, clean) = (try family.load(.standard), try family["tokens"])
        let corrupted = clean.flipped(dim: 0)
        let cache = try model.runWithCache(clean).cache
        for site in [PatchSite.residPre, .attnOut, .attnHeadOutAllPos, .attnHeadPatternAllPos] {
            let grid = try activationPatch(model, corrupted, cache, site: site) { $0[0, -1, 0] }
            let last = model.cfg.nLayers - 1
            let name = actName(site.activation, last)
            let hook = Hook(name) { activation, _ in
                let axis = site.activation == "z" ? 2 : 1
                activation = Tensor.cat(
                    [try cache[name].narrow(axis, 0, 1), activation.narrow(axis, 1, activation.shape[axis] - 1)],
                    dim: axis)
            }
            let alone = try model.runWithHooks(corrupted, fwdHooks: [hook], recompute: .everything)
            expectClose(grid[last, 0], alone[0, -1, 0], absolute: 1e-5, relative: 1e-4, "\(site.activation)")
        }
    }
}

extension Tensor {
    /// Some indices of one axis.
    fileprivate func narrow(_ axis: Int, _ start: Int, _ count: Int) -> Tensor {
        indexSelect(dim: axis, index: Tensor.arange(start + count)[start...])
    }
}
