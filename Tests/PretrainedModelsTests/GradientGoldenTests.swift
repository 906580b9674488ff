import HookedTransformers
import Hooks
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Gradients at the hook points of the reference models are those of the float64 reference computation.
struct GradientGoldenTests {
    @Test(arguments: ["tiny", "small"], GoldenModel.Setting.allCases)
    func gradients(_ name: String, _ setting: GoldenModel.Setting) throws {
        try compare(try GoldenModel.load(name, setting), name, "grad.\(setting.rawValue).")
    }

    @Test func gradientsOfTheEmbeddedModel() throws {
        try compare(try HookedTransformer.fromPretrained("tiny-ioi"), "tiny-ioi", "grad.raw.")
    }

    private func compare(_ model: HookedTransformer, _ name: String, _ prefix: String) throws {
        let golden = try Golden("science", name)
        let keys = golden.keys.filter { $0.hasPrefix(prefix) }
        let (clean, corrupted) = (
            try golden["clean_tokens"].asType(.int64), try golden["corrupted_tokens"].asType(.int64)
        )
        let answers = try golden["answer_tokens"].asType(.int64)
        let cleanLogProbs = try model(clean)[0..., -1].logSoftmax(dim: -1)
        let runs: [(run: String, tokens: Tensor, metric: (Tensor) -> Tensor)] = [
            (
                "ld.clean.", clean,
                { logits in
                    let picked = logits[0..., -1].gather(dim: -1, index: answers)
                    return (picked[0..., 0] - picked[0..., 1]).mean()
                }
            ),
            (
                "kl.corrupted.", corrupted,
                { logits in
                    let logProbs = logits[0..., -1].logSoftmax(dim: -1)
                    return (cleanLogProbs.exp() * (cleanLogProbs - logProbs)).sum(dim: -1).mean()
                }
            ),
        ]
        var compared = 0
        for (run, tokens, metric) in runs {
            let expected = keys.filter { $0.hasPrefix(prefix + run) }
            guard !expected.isEmpty else { continue }
            let (_, _, grads) = try model.runWithGradients(tokens, of: metric)
            let largest = try expected.map { try golden[$0].abs().max().item() }.max() ?? 0
            for key in expected {
                var (found, wanted) = (try grads[String(key.dropFirst((prefix + run).count))], try golden[key])
                // Singular vectors, in which refactored heads are written, have no sign of their own.
                if prefix.contains("notebook"), ["q", "k", "v", "z"].contains(where: { key.hasSuffix("hook_\($0)") }) {
                    (found, wanted) = (found.abs(), wanted.abs())
                }
                expectClose(found, wanted, absolute: 1e-4 * largest, relative: 0, "\(key)")
                compared += 1
            }
        }
        #expect(compared == keys.count && (compared > 0 || prefix.contains("notebook")))
    }
}
