import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// Weights of every family have TransformerLens's names, shapes and numbers, before and after they are processed.
struct FamilyWeightsTests {
    @Test("Sums and norms of all matrices and biases", arguments: GoldenFamily.all, GoldenFamily.Setting.allCases)
    func sumsAndNorms(_ name: String, _ setting: GoldenFamily.Setting) throws {
        let family = try GoldenFamily(name)
        // Where the reference's own processing changes what the model predicts, its weights are no measure.
        guard family.has("\(setting.rawValue).logits") else { return }
        let model = try family.load(setting)
        var compared = 0
        for (name, expected) in try family.weights(setting) {
            guard let own = Self.weight(name, of: model, heads: expected.shape.first ?? 0) else { continue }
            #expect(own.shape == expected.shape, "\(name)")
            let (sum, norm) = (own.sum().item(), (own * own).sum().item().squareRoot())
            #expect(abs(sum - expected.sum) < 1e-3 + 1e-4 * expected.norm, "\(name): \(sum), not \(expected.sum)")
            #expect(abs(norm - expected.norm) < 1e-3 + 1e-4 * expected.norm, "\(name): \(norm), not \(expected.norm)")
            compared += 1
        }
        // Four matrices and their biases in each block, two of an MLP with theirs, the embedding and its inverse.
        #expect(compared >= (model.cfg.attnOnly ? 8 : 12) * model.cfg.nLayers + 3)
    }

    /// The weight that TransformerLens has under this name; nil for a norm's, which is no property of a model.
    ///
    /// - Parameter heads: how many heads TransformerLens has there: one of each group, where groups share keys and values.
    private static func weight(_ name: String, of model: HookedTransformer, heads: Int) -> Tensor? {
        let parts = name.split(separator: ".").map(String.init)
        let whole: [String: KeyPath<HookedTransformer, Tensor>] = [
            "embed.W_E": \.W_E, "pos_embed.W_pos": \.W_pos, "unembed.W_U": \.W_U, "unembed.b_U": \.b_U,
        ]
        if let path = whole[name] { return model[keyPath: path] }
        let stacked: [String: KeyPath<HookedTransformer, Tensor>] = [
            "W_Q": \.W_Q, "W_K": \.W_K, "W_V": \.W_V, "W_O": \.W_O, "b_Q": \.b_Q, "b_K": \.b_K, "b_V": \.b_V,
            "b_O": \.b_O, "W_in": \.W_in, "W_gate": \.W_gate, "W_out": \.W_out, "b_in": \.b_in, "b_out": \.b_out,
        ]
        guard parts.count == 4, let layer = Int(parts[1]), let last = parts.last else { return nil }
        let isShared = last.hasPrefix("_")
        guard let path = stacked[isShared ? String(last.dropFirst()) : last] else { return nil }
        let own = model[keyPath: path][layer]
        guard isShared else { return own }
        let first = stride(from: 0, to: model.cfg.nHeads, by: model.cfg.nHeads / heads).map { $0 }
        return own.indexSelect(dim: 0, index: Tensor(first, shape: [first.count]))
    }
}
