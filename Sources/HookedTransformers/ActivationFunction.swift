internal import TensorCore

/// The nonlinearity of a transformer's neurons, under Hugging Face's names.
public enum ActivationFunction: String, Sendable, CaseIterable, CustomStringConvertible {
    /// 0.5·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))), GPT-2's.
    case geluNew = "gelu_new"
    /// x·Φ(x), by the error function.
    case gelu
    /// max(x, 0)
    case relu
    /// x·sigmoid(x)
    case silu
    /// x·softmax(x) over the neurons of a token, behind which a layer norm stands.
    case soluLN = "solu_ln"

    /// The function that a checkpoint's `activation_function` names; `gelu_fast`, `gelu_pytorch_tanh` and `swish` are
    /// other names of these.
    public init?(named name: String) {
        switch name {
        case "gelu_fast", "gelu_pytorch_tanh": self = .geluNew
        case "swish": self = .silu
        default: self.init(rawValue: name)
        }
    }

    public var description: String { rawValue }

    /// Those of single neurons, which need no norm behind them.
    package static var ofSingleNeurons: [ActivationFunction] { allCases.filter { $0.function != nil } }

    /// Something made of `count` numbers, into other memory or into their own.
    typealias Map = (_ x: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>, _ count: Int) -> Void

    /// out = f(x); nil where what becomes of a neuron depends on the others. `out` may be `x`.
    var function: Map? {
        switch self {
        case .geluNew: { Elementwise.geluNew($0, into: $1, count: $2) }
        case .gelu: { Elementwise.gelu($0, into: $1, count: $2) }
        case .relu: { Elementwise.relu($0, into: $1, count: $2) }
        case .silu: { Elementwise.silu($0, into: $1, count: $2) }
        case .soluLN: nil
        }
    }

    /// out = f′(x); nil where what becomes of a neuron depends on the others. `out` is other memory than `x`.
    var slope: Map? {
        switch self {
        case .geluNew: { Elementwise.geluNewSlope($0, into: $1, count: $2) }
        case .gelu: { Elementwise.geluSlope($0, into: $1, count: $2) }
        case .relu: { Elementwise.reluSlope($0, into: $1, count: $2) }
        case .silu: { Elementwise.siluSlope($0, into: $1, count: $2) }
        case .soluLN: nil
        }
    }
}
