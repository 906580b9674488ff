import Foundation
import HookedTransformers
import Hooks
import TensorCore
import TestSupport

/// Derivatives of a run's metric by an activation along random directions, from runs alone: what gradients are held against.
///
/// A difference of the eighth order, from four steps to each side, bends so little that steps may be long, and float32's rounding is
/// small beside what long steps do. Which length is best differs with the activation: of those that leave the metric near where it was,
/// the one that agrees best with its double is taken; the gradient has no part in that. Eight lengths near it are averaged, and how far
/// they are apart says what rounding is left.
struct CentralDifferences {
    /// A metric of one prompt's logits [position, d_vocab].
    typealias Metric = (_ logits: ArraySlice<Float>) -> Double

    /// Of length 1, in the activation's shape.
    let directions: [Tensor]
    /// The derivative along each.
    private(set) var slopes: [Double] = []
    /// What rounding makes of it, one standard deviation.
    private(set) var rounding: [Double] = []

    init(
        _ model: HookedTransformer, _ tokens: Tensor, at name: String, shape: [Int], seed: UInt64, count: Int = 6,
        metric: Metric
    ) throws {
        var generator = RepeatableRandomGenerator(seed: seed)
        directions = (0..<count).map { _ in
            let values = (0..<shape.reduce(1, *)).map { _ in Float.random(in: -1...1, using: &generator) }
            let direction = Tensor(values, shape: shape)
            return direction / direction.norm().item()
        }
        func values(_ direction: Tensor, _ steps: [Double]) throws -> [Double] {
            try Self.values(model, tokens, name, direction, steps, metric)
        }
        let best = Self.bestStep(try directions.map { try Self.slopes(Self.steps, along: $0, values) })
        for direction in directions {
            let steps = (8..<16).map { best * Double($0) / 16 }
            let found = try Self.slopes(steps, along: direction, values).slopes
            let mean = found.reduce(0, +) / Double(found.count)
            slopes.append(mean)
            rounding.append(Self.size(found.map { $0 - mean }) / Double(found.count - 1).squareRoot())
        }
    }

    private static let weights = [4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280]

    private static let steps = (0..<13).map { 0.00125 * Double(1 << $0) }

    /// The longer of the two steps that agree best, over all directions.
    private static func bestStep(_ found: [(slopes: [Double], moves: [Double])]) -> Double {
        let near = steps.indices.dropFirst().filter { step in found.allSatisfy { $0.moves[step] < 0.5 } }
        let gaps = near.map { step in size(found.map { $0.slopes[step] - $0.slopes[step - 1] }) }
        return zip(near, gaps).min { $0.1 < $1.1 }.map { steps[$0.0] } ?? steps[0]
    }

    /// The derivative along a direction by each of some steps, and how far they move the metric.
    private static func slopes(
        _ steps: [Double], along direction: Tensor, _ values: (Tensor, [Double]) throws -> [Double]
    ) throws -> (slopes: [Double], moves: [Double]) {
        let places = steps.flatMap { step in (1...4).flatMap { [Double($0) * step, -Double($0) * step] } }
        let found = try values(direction, places)
        var (slopes, moves): ([Double], [Double]) = ([], [])
        for (number, step) in steps.enumerated() {
            var slope = 0.0
            for (place, weight) in weights.enumerated() {
                let up = found[number * 8 + place * 2]
                slope += weight * (up - found[number * 8 + place * 2 + 1]) / step
            }
            slopes.append(slope)
            let own = found[(number * 8)..<(number * 8 + 8)]
            moves.append((own.max() ?? 0) - (own.min() ?? 0))
        }
        return (slopes, moves)
    }

    /// The metric, summed over the prompts, with so much of a direction added: one run for all.
    private static func values(
        _ model: HookedTransformer, _ tokens: Tensor, _ name: String, _ direction: Tensor, _ steps: [Double],
        _ metric: Metric
    ) throws -> [Double] {
        let moved = Tensor.cat(steps.map { direction * $0 }, dim: 0)
        // Scores of what a query does not see stay −∞.
        let hook = Hook(name) { x, _ in x = x + moved }
        let logits = try model.runWithHooks(Tensor.cat(steps.map { _ in tokens }, dim: 0), fwdHooks: [hook])
        let (all, prompts) = (logits.toArray(), tokens.shape[0])
        let each = all.count / (steps.count * prompts)
        return steps.indices.map { number in
            (0..<prompts).reduce(0) { sum, prompt in
                let start = (number * prompts + prompt) * each
                return sum + metric(all[start..<(start + each)])
            }
        }
    }

    /// How far a gradient is from the differences, the size of these, and what rounding makes of them: roots of means of squares over
    /// the directions.
    func compared(_ gradient: Tensor) -> (apart: Double, size: Double, rounding: Double) {
        let found = directions.map { (gradient * $0).sum().item() }
        return (Self.size(zip(found, slopes).map { $0 - $1 }), Self.size(slopes), Self.size(rounding))
    }

    private static func size(_ values: [Double]) -> Double {
        (values.map { $0 * $0 }.reduce(0, +) / Double(values.count)).squareRoot()
    }
}
