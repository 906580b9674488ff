import Datasets
import HookedTransformers
import Interventions
import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Numbers that make no sense, for every option of the science calls that takes one: each call answers in numbers, may be stopped at
/// its first steps, or says what it was given.
struct OddNumbersTests {
    private let model: HookedTransformer
    private let data: PromptDataset
    private let edges: EdgeScores
    private let scores: AttributionScores

    init() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let data = try InductionDataset(model, count: 4, length: 4)
        let metric = { (logits: Tensor) in logits[0..., -1, 3].sum() }
        let other = try data.corrupted(.resampled).tokens
        (self.model, self.data) = (model, data)
        edges = try edgeAttribution(model, data.tokens, other, method: .eap, metric: metric)
        scores = try attributionPatch(
            model, other, model.runWithCache(data.tokens).cache, site: .attnHeadOutAllPos, metric: metric)
    }

    @Test(arguments: [-1, 0, 1, 1_000_000_000, .min, .max])
    func wholeNumbers(_ number: Int) throws {
        let circuit = try edges.circuit(top: 5)
        try answers("evaluations", number) { try fit(evaluations: number).trainLosses }
        try answers("adam steps", number) { try fit(.adam(lr: 1e-3, steps: number, batch: 2)).trainLosses }
        try answers("adam batch", number) { try fit(.adam(lr: 1e-3, steps: 2, batch: number)).trainLosses }
        try answers("lens evaluations", number) {
            var lens = try OptimalLens(model, data, layers: [1])
            try lens.fit(evaluations: number)
            return lens.trainLosses
        }
        try answers("resamples", number) {
            Tensor(try fit().report(on: data, resamples: number).rows[0].gain.low)
        }
        try answers("position", number) {
            try model.pairwiseAblation(data, position: .index(number)).interaction
        }
        try answers("steps", number) {
            try edgeAttribution(
                model, data.tokens, data.corrupted(.resampled).tokens, method: .eapIG(steps: number)
            ) { $0[0..., -1, 3].sum() }.values
        }
        try answers("top of edges", number) { Tensor(try edges.circuit(top: number).edges.count) }
        try answers("top of estimates", number) {
            Tensor(try scores.verified(top: number, random: 1).patched.map { Float($0) })
        }
        try answers("random", number) {
            Tensor(try scores.verified(top: 1, random: number).patched.map { Float($0) })
        }
        try answers("subsets", number) {
            Tensor(
                try model.evaluateEdgeCircuit(circuit, data, ablation: .resample, subsets: number).faithfulness.value)
        }
        try answers("subsets of heads", number) {
            Tensor(try model.evaluateHeadCircuit([(0, 1), (0, 1), (1, 2)], data, subsets: number).faithfulness.value)
        }
        try answers("count", number) { try InductionDataset(model, count: number, length: 4).tokens }
        try answers("length", number) { try InductionDataset(model, count: 2, length: number).tokens }
        try answers("test", number) { data.split(test: number).test.tokens }
    }

    @Test(arguments: [-1, 0, 1e-300, 1e300, .nan, .infinity, -.infinity])
    func fractions(_ number: Double) throws {
        try answers("threshold", number) {
            Tensor(try acdc(model, data, corruption: .resampled, among: edges.top(5), threshold: number).divergence)
        }
        try answers("tolerance", number) { try fit(tolerance: number).trainLosses }
        try answers("lens tolerance", number) {
            try OptimalLens(model, data, layers: [1], tolerance: number).constants(from: 1)
        }
        try answers("test", number) { data.split(test: number).test.tokens }
        if number < 0 || !number.isFinite {
            #expect(throws: PathError.self) { try acdc(model, data, corruption: .resampled, threshold: number) }
        }
    }

    @Test(arguments: [-1, 0, 1e-300, 1e300, .nan, .infinity, -.infinity])
    func learningRates(_ number: Double) throws {
        try answers("lr", number) { try fit(.adam(lr: number, steps: 3, batch: 2)).trainLosses }
    }

    private func fit(
        _ recipe: FittingRecipe = .gaussNewton, evaluations: Int = 3, tolerance: Double = 1e-7
    ) throws -> OptimalAblation {
        try model.optimalAblation(
            data, only: ["L0H1"], recipe: recipe, evaluations: evaluations, tolerance: tolerance)
    }

    /// A number, a stop within its first steps, or an error that says what was given.
    private func answers(_ option: String, _ given: some CustomStringConvertible, _ call: () throws -> Tensor) throws {
        try Session().run {
            stopWork(atStep: 40)
            do {
                let answer = try Fault.catching { try call() }
                #expect(answer.toArray().allSatisfy { !$0.isNaN }, "\(option): \(given) gave NaN")
            } catch is Interrupted {
            } catch is MemoryShortage {
            } catch {
                #expect("\(error)".contains("\(given)"), "\(option): \(given) is told as \(error)")
            }
        }
    }
}
