import Datasets
import HookedTransformers
import Interventions
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Circuits of heads, kept alone.
struct HeadCircuitTests {
    static let taught = [
        (2, 2), (4, 11), (0, 1), (3, 0), (0, 10), (5, 5), (6, 9), (5, 8), (5, 9), (7, 3), (7, 9), (8, 6), (8, 10),
        (9, 9),
        (9, 6), (10, 0), (10, 7), (11, 10),
    ]

    @Test("The reference's numbers", arguments: [AblationKind.meanPerPosition, .zero, .counterfactual])
    func theTaughtHeads(_ ablation: AblationKind) throws {
        let science = try ScienceGolden()
        let data = try science.prompts()
        let report = try science.model.evaluateHeadCircuit(
            Self.taught, data[64..<80], train: data[0..<16], ablation: ablation, subsets: 2)
        let key =
            [.meanPerPosition: "mean_per_position", .zero: "zero", .counterfactual: "counterfactual"][ablation] ?? ""
        let golden = try science.golden["everywhere.circuit.\(key)"]
        expectClose(report.whole.mean(), golden[0], absolute: 1e-4, relative: 1e-5)
        expectClose(report.circuit.mean(), golden[1], absolute: 1e-4, relative: 1e-5)
        expectClose(report.complement.mean(), golden[2], absolute: 1e-4, relative: 1e-5)
        for (index, head) in Self.taught.enumerated() {
            let figure = try #require(report.minimality.first { $0.heads == ["L\(head.0)H\(head.1)"] })
            #expect(abs(figure.value - (golden[1] - golden[3 + index]).item()) < 2e-4)
            #expect(figure.low <= figure.value && figure.value <= figure.high)
        }
        #expect(abs(report.faithfulness.value - (golden[1] / golden[0]).item()) < 1e-4)
        #expect(report.completeness.count == 2 && report.description.contains("18 heads and all MLPs"))
    }

    @Test func allHeadsAreTheModelAndNoneIsItsComplement() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let data = try InductionDataset(model, count: 6, length: 4)
        let all = (0..<2).flatMap { layer in (0..<4).map { (layer, $0) } }
        let whole = try model.evaluateHeadCircuit(all, data, ablation: .zero, subsets: 3)
        expectClose(whole.circuit, whole.whole, absolute: 1e-5)
        #expect(abs(whole.faithfulness.value - 1) < 1e-4)
        // A circuit of everything lacks nothing.
        #expect(whole.completeness.allSatisfy { abs($0.value) < 1e-4 })
        let quick = try model.evaluateHeadCircuit(all, data, ablation: .zero, subsets: 3, minimality: false)
        #expect(quick.minimality.isEmpty && quick.completeness.count == 3 && whole.minimality.count == 8)
        #expect(quick.completeness.map(\.heads) == whole.completeness.map(\.heads))
        expectClose(quick.circuit, whole.circuit, absolute: 1e-5)
        let none = try model.evaluateHeadCircuit([], data, ablation: .zero)
        expectClose(none.circuit, whole.complement, absolute: 1e-5)
        expectClose(none.complement, none.whole, absolute: 1e-5)
        #expect(throws: ModelError.unknownHead(layer: 2, head: 0, layers: 2, heads: 4)) {
            try model.evaluateHeadCircuit([(2, 0)], data)
        }
        let (_, looks) = try Interruption.countingLooks {
            try model.evaluateHeadCircuit(all, data, ablation: .resample)
        }
        #expect(looks > 50)
    }

    @Test("A stop is heard within a million random parts of a circuit")
    func looksOfParts() throws {
        let (parts, looks) = try Interruption.countingLooks { try RandomParts(of: Array(0..<20), count: 500, seed: 1) }
        #expect(parts.all.count == 500 && looks >= 500)
        #expect(parts.all.allSatisfy { (1..<20).contains($0.count) })
    }
}
