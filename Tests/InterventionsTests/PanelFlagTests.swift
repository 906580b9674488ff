import Datasets
import Foundation
import HookedTransformers
import Interventions
import TensorCore
import TestSupport
import Testing

/// What a panel says misleads.
struct PanelFlagTests {
    @Test("A head that only adds a constant is flagged, and no other")
    func aPlantedConstant() throws {
        let model = try Self.model(planting: (layer: 2, head: 5))
        let data = try InductionDataset(model, count: 80, length: 10)
        let (train, test) = data.split(test: 0.5)
        let panel = try model.ablationPanel(train, test, methods: [.zero, .zeroFolded, .mean], components: .heads)
        #expect(Set(panel.flags.map(\.component)) == ["L2H5"])
        #expect(Set(panel.flags.map(\.kind)) == [.spoofing, .basis])
        #expect(panel.flags.allSatisfy { $0.method == .zero })
        #expect(try (panel.ranks(.mean) - panel.ranks(.zero))[2 * 8 + 5].item() >= 20)
        let sentence = panel.flags.first?.description ?? ""
        #expect(
            sentence.hasPrefix("spoofing: L2H5 by zero KL ") && sentence.hasSuffix("is not what the component knew"))
        // Without the constant there is nothing to say.
        let plain = try Self.model(planting: nil)
        #expect(
            try plain.ablationPanel(train, test, methods: [.zero, .zeroFolded, .mean], components: .heads).flags.isEmpty
        )
    }

    /// A random model whose heads write what depends on the prompt alone: no biases, no positions. The planted head's output is
    /// the same wherever it looks.
    private static func model(planting place: (layer: Int, head: Int)?) throws -> HookedTransformer {
        let random = try GoldenModel.load("small", .raw)
        var weights = random.weights
        weights.positions = LearnedPositions(Tensor.zeros(random.W_pos.shape))
        for layer in weights.blocks.indices {
            weights.blocks[layer].ln1 = LayerNorm(
                gain: Tensor.ones([random.cfg.dModel]), bias: Tensor.zeros([random.cfg.dModel]))
            var bias = Tensor.zeros(weights.blocks[layer].attention.qkvBias.shape)
            if let place, place.layer == layer {
                let start = (2 * random.cfg.nHeads + place.head) * random.cfg.dHead
                weights.blocks[layer].attention.qkv[0..., start..<(start + random.cfg.dHead)] = Tensor(0.0)
                bias[start..<(start + random.cfg.dHead)] = Tensor(4.0)
            }
            weights.blocks[layer].attention.qkvBias = bias
        }
        return try HookedTransformer(cfg: random.cfg, weights: weights)
    }

    @Test func rankCorrelationsHaveIntervals() throws {
        let science = try ScienceGolden()
        let data = try science.prompts()
        let panel = try science.model.ablationPanel(
            data[0..<64], data[64..<128], methods: [.zero, .mean, .counterfactual], components: .heads)
        let zero = try panel.rankCorrelation(.zero, .counterfactual)
        let mean = try panel.rankCorrelation(.mean, .counterfactual)
        #expect(zero.value < 0.4 && mean.value > 0.85)
        #expect(zero.low <= zero.value && zero.value <= zero.high && zero.high < mean.low)
        #expect(try panel.rankCorrelations()[1, 1].item() == 1)
        #expect(panel.flags.contains { $0.component == "L0H10" && $0.kind == .spoofing && $0.method == .zero })
        let lines = panel.toCSV().split(separator: "\n")
        #expect(lines.count == 1 + 3 * 144 && lines[0].hasPrefix("method,component,kl,kl_low,kl_high,kl_rank"))
        #expect(panel.description.contains("144 components by zero, mean, counterfactual on 64 prompts"))
    }
}
