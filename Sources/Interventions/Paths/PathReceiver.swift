/// Where a path ends: what a head reads, or the logits.
///
/// ```swift
/// try pathPatch(model, tokens, corruptedTokens, to: [.q(9, 9), .q(9, 6), .q(10, 0)], metric: metric)
/// ```
public enum PathReceiver: Sendable, Hashable {
    /// The queries of head `head` of `layer`.
    case q(_ layer: Int, _ head: Int)
    /// Its keys; where heads share keys and values, `head` counts the shared ones.
    case k(_ layer: Int, _ head: Int)
    /// Its values; where heads share keys and values, `head` counts the shared ones.
    case v(_ layer: Int, _ head: Int)
    /// What is read at the model's end. It stands alone.
    case logits
}

/// What can keep paths and edges from being patched.
public enum PathError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A head that the model does not have.
    case noHead(String, layers: Int, heads: Int)
    /// No receiver, or the logits beside heads.
    case badReceivers
    /// Clean and corrupted prompts of different shapes.
    case shapeMismatch(clean: [Int], corrupted: [Int])
    /// An edge that the model does not have, and those that are spelled most like it.
    case noEdge(String, nearest: [String])
    /// An edge from a component to one that comes before it.
    case backwards(String)
    /// An edge from a head of a model whose heads write through a norm together.
    case headsWriteTogether(String)
    /// A number of steps that is none, or more than float32 can tell apart.
    case badSteps(Int)
    /// A metric that does not give a number for each prompt.
    case badMetric(count: Int, prompts: Int)
    /// A replacement that edges cannot carry.
    case badAblation(String)
    /// A threshold that is no number, infinite, or below 0, which no edge could be under.
    case badThreshold(Double)

    public var description: String {
        switch self {
        case .noHead(let what, let layers, let heads):
            "there is no \(what); the model has layers 0 to \(layers - 1), and heads 0 to \(heads - 1) there"
        case .badReceivers:
            "to: give one or more of .q(layer, head), .k(layer, head), .v(layer, head), or .logits alone"
        case .shapeMismatch(let clean, let corrupted):
            "the clean tokens have the shape \(clean) and the corrupted ones \(corrupted); "
                + "a path needs the same number of prompts and positions"
        case .noEdge(let name, let nearest):
            "there is no edge \"\(name)\""
                + (nearest.isEmpty
                    ? "." : "; did you mean " + nearest.map { "\"\($0)\"" }.joined(separator: ", ") + "?")
                + " An edge is written a5.h5->a8.h6<v>, m3->a4.h0<q>, input->m0 or a9.h9->logits"
        case .backwards(let name):
            "the edge \"\(name)\" does not exist: its source comes after its end"
        case .headsWriteTogether(let name):
            "the edge \"\(name)\" does not exist: heads of this model write through a norm together, "
                + "so that none has a part of its own; patch their paths with pathPatch"
        case .badSteps(let count): "steps: \(count) is given; give 1 to 1000000, such as .eapIG(steps: 5)"
        case .badMetric(let count, let prompts):
            "metric: gave \(count) numbers for \(prompts) prompts; expected one for each, [batch]"
        case .badAblation(let kind):
            "ablation: .\(kind) is not for edges; give .counterfactual, .resample, .mean, .meanPerPosition or .zero"
        case .badThreshold(let value):
            "threshold: \(value) is given; expected a divergence in nats, 0 or more and finite, such as 0.01"
        }
    }
}
