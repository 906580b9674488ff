internal import SessionSafety
public import TensorCore

/// What every two heads do together, beside what each does alone.
///
/// ```swift
/// let pairs = try model.pairwiseAblation(test, train: train)
/// pairs.top(10)
/// pairs.interaction[9 * 12 + 9, 10 * 12 + 7]          // I(L9H9, L10H7)
/// ```
public struct PairwiseAblation: Sendable {
    /// What heads are replaced by.
    public let method: AblationKind
    /// `L9H6`, layer by layer.
    public let components: [String]
    /// The whole model's mean logit difference.
    public let fullLogitDifference: Double
    /// The mean logit difference with both heads replaced, [head, head]; with one of them on the diagonal.
    ///
    /// `pairs.logitDifference[0, 0]`
    public let logitDifference: Tensor
    /// The mean divergence from the whole model's answers, [head, head], in nats; with one of them on the diagonal.
    ///
    /// `pairs.kl.max()`
    public let kl: Tensor
    /// I(a, b) = m(a, b) − m(a) − m(b) + m(∅) of the logit difference, [head, head]; 0 on the diagonal.
    ///
    /// `heatMap(pairs.interaction)`
    public let interaction: Tensor
    /// The part of ``interaction`` between two heads of the last layer that the last norm alone makes, with the MLP behind them
    /// frozen: [head, head] of that layer. 0 where the last position is not replaced.
    ///
    /// `heatMap(pairs.layerNormPart)`
    public let layerNormPart: Tensor

    let layers: Int
    let heads: Int
    /// The interaction for each prompt, pair by pair with the first head before the second.
    private let byPrompt: [[Float]]
    private let bootstrap: Bootstrap?

    init(
        method: AblationKind, layers: Int, heads: Int, measured: [[LastPositionScores.Scores]], full: [Float],
        normOnly: [Float], seed: Int
    ) throws {
        let count = layers * heads
        (self.method, self.layers, self.heads) = (method, layers, heads)
        components = (0..<count).map { "L\($0 / heads)H\($0 % heads)" }
        fullLogitDifference = Double(AblationPanel.mean(full))
        layerNormPart = Tensor(normOnly, shape: [heads, heads])
        var (ld, kl, interaction) = (
            [Float](repeating: 0, count: count * count), [Float](repeating: 0, count: count * count),
            [Float](repeating: 0, count: count * count)
        )
        var byPrompt: [[Float]] = []
        for a in 0..<count {
            try Interruption.check()
            for b in a..<count {
                let pair = measured[a][b].logitDifference
                let alone = zip(measured[a][a].logitDifference, measured[b][b].logitDifference)
                let own = a == b ? [] : zip(zip(pair, alone), full).map { $0.0 - $0.1.0 - $0.1.1 + $1 }
                byPrompt.append(own)
                for place in [a * count + b, b * count + a] {
                    ld[place] = AblationPanel.mean(pair)
                    kl[place] = AblationPanel.mean(measured[a][b].kl)
                    interaction[place] = a == b ? 0 : AblationPanel.mean(own)
                }
            }
        }
        logitDifference = Tensor(ld, shape: [count, count])
        self.kl = Tensor(kl, shape: [count, count])
        self.interaction = Tensor(interaction, shape: [count, count])
        self.byPrompt = byPrompt
        bootstrap = full.count > 1 ? try Bootstrap(prompts: full.count, resamples: 2000, seed: seed) : nil
    }
}

extension PairwiseAblation {
    /// The strongest interactions, with intervals over prompts.
    ///
    /// ```swift
    /// for pair in try pairs.top(10) { print(pair) }
    /// ```
    public func top(_ count: Int = 10) throws -> [HeadInteraction] {
        let all = components.count
        let values = interaction.toArray()
        let pairs = (0..<all).flatMap { a in ((a + 1)..<max(a + 1, all)).map { (a, $0) } }
        let ordered = try pairs.sortedWithLooks {
            abs(values[$0.0 * all + $0.1]) > abs(values[$1.0 * all + $1.1])
        }
        let strongest = ordered.prefix(max(0, count))
        let intervals = try bootstrap?.intervals(strongest.map { byPrompt[place($0.0, $0.1)] })
        let ld = logitDifference.toArray()
        return strongest.enumerated().map { number, pair in
            let isLast = pair.0 / heads == layers - 1
            let norm = isLast ? Float(layerNormPart[pair.0 % heads, pair.1 % heads].item()) : nil
            return HeadInteraction(
                first: components[pair.0], second: components[pair.1],
                interaction: Double(values[pair.0 * all + pair.1]),
                low: intervals.map { Double($0[number].lowerBound) },
                high: intervals.map { Double($0[number].upperBound) },
                firstAlone: Double(ld[pair.0 * all + pair.0]) - fullLogitDifference,
                secondAlone: Double(ld[pair.1 * all + pair.1]) - fullLogitDifference,
                together: Double(ld[pair.0 * all + pair.1]) - fullLogitDifference,
                layerNormPart: norm.map { Double($0) })
        }
    }

    private func place(_ a: Int, _ b: Int) -> Int { a * components.count - a * (a - 1) / 2 + b - a }
}

extension PairwiseAblation: CustomStringConvertible {
    public var description: String {
        let strongest = (try? top(10)) ?? []
        let head = "pairs of \(components.count) heads by \(method.rawValue); the strongest interactions:"
        return ([head] + strongest.map { "  \($0)" }).joined(separator: "\n")
    }
}

/// Two heads that do more, or less, together than apart.
public struct HeadInteraction: Sendable, Hashable, CustomStringConvertible {
    /// `L9H9`, the earlier one.
    public let first: String
    /// `L10H7`, the later one.
    public let second: String
    /// m(a, b) − m(a) − m(b) + m(∅) of the mean logit difference.
    public let interaction: Double
    /// The lower end of its 95 % interval over prompts; nil of a single prompt.
    public let low: Double?
    /// The upper end of its 95 % interval over prompts; nil of a single prompt.
    public let high: Double?
    /// How much the logit difference changes with the first replaced.
    public let firstAlone: Double
    /// How much it changes with the second replaced.
    public let secondAlone: Double
    /// How much it changes with both replaced.
    public let together: Double
    /// Of two heads of the last layer, the part of the interaction that the last norm alone makes.
    public let layerNormPart: Double?

    public var description: String {
        let interval = low.flatMap { low in high.map { " [\(Self.signed(low)), \(Self.signed($0))]" } } ?? ""
        let norm = layerNormPart.map { ", of which the last layer norm alone makes \(Self.signed($0))" } ?? ""
        return "\(first) × \(second): \(Self.signed(interaction))\(interval): together \(Self.signed(together)), apart "
            + "\(Self.signed(firstAlone)) and \(Self.signed(secondAlone))\(norm)"
    }

    private static func signed(_ value: Double) -> String {
        (value < 0 ? "" : "+") + PanelText.fixed(value, 3)
    }
}
