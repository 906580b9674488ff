import RandomModel
import SwiftLens

extension Rows {
    /// The notebook's own loop: layers, heads, three hooks for each.
    func sweepInALoop() throws -> [Float] {
        func resample(_ z: inout Tensor, hook: HookPoint, head: Int, clean: ActivationCache) throws {
            z[0..., -1, head, 0...] = try clean[hook.name][0..., -1, head, 0...]
        }
        func zero(_ z: inout Tensor, hook: HookPoint, head: Int, clean: ActivationCache) throws {
            z[0..., -1, head, 0...] = 0
        }
        func mean(_ z: inout Tensor, hook: HookPoint, head: Int, clean: ActivationCache) throws {
            z[0..., -1, head, 0...] = try clean[hook.name][0..., -1, head, 0...].mean(dim: 0, keepdim: true)
        }
        let ablations = [resample, zero, mean]
        var maps = ablations.map { _ in Tensor.zeros([model.cfg.nLayers, model.cfg.nHeads]) }
        for layer in 0..<model.cfg.nLayers {
            for head in 0..<model.cfg.nHeads {
                for (index, ablation) in ablations.enumerated() {
                    let logits = try model.runWithHooks(
                        corrupted,
                        fwdHooks: [Hook(actName("z", layer)) { z, hook in try ablation(&z, hook, head, cache) }])
                    maps[index][layer, head] = averageLogitDifference(logits, answers)
                }
            }
        }
        return maps.flatMap { $0.toArray() }
    }
}
