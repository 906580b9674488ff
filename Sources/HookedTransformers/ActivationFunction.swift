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

    /// out = f′(x) for `count` elements; `out` is other memory than `x`.
    func applySlope(_ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, count: Int) {
        switch self {
        case .geluNew: Elementwise.geluNewSlope(x, into: out, count: count)
        case .gelu: Elementwise.geluSlope(x, into: out, count: count)
        case .relu: Elementwise.reluSlope(x, into: out, count: count)
        case .silu: Elementwise.siluSlope(x, into: out, count: count)
        }
    }

    /// out = f(x) for `count` elements; `out` may be `x`.
    func apply(_ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, count: Int) {
        switch self {
        case .geluNew: Elementwise.geluNew(x, into: out, count: count)
        case .gelu: Elementwise.gelu(x, into: out, count: count)
        case .relu: Elementwise.relu(x, into: out, count: count)
        case .silu: Elementwise.silu(x, into: out, count: count)
        }
    }
}
