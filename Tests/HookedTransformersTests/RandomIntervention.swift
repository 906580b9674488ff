import HookedTransformers
import Hooks
import TensorCore
import TestSupport

/// A hook at any hook point that changes any part of the activation in one of several ways.
struct RandomIntervention: CustomStringConvertible {
    enum Kind: CaseIterable { case nothing, zero, scale, replace, exchange }

    let name: String
    let kind: Kind
    let seed: UInt64

    init(_ names: [String], using generator: inout RepeatableRandomGenerator) {
        name = names.randomElement(using: &generator) ?? "hook_embed"
        // A scale of zero divides by zero, which is an error of its own.
        let kinds = name.hasSuffix("hook_scale") ? [Kind.nothing, .scale] : Kind.allCases
        kind = kinds.randomElement(using: &generator) ?? .nothing
        seed = generator.next()
    }

    var description: String { "\(kind) at \(name), seed \(seed)" }

    /// A hook that keeps what it is shown in `seen`, too.
    func hook(_ seen: @escaping (Tensor) -> Void) -> Hook {
        Hook(name) { activation, _ in
            seen(activation)
            var generator = RepeatableRandomGenerator(seed: seed)
            let part = Self.part(of: activation, using: &generator)
            switch kind {
            case .nothing: break
            case .zero: activation[indices: part] = Tensor(0.0)
            case .scale: activation[indices: part] = activation[indices: part] * 1.25
            case .replace: activation[indices: part] = Tensor(Float.random(in: -1...1, using: &generator))
            case .exchange: activation = activation.flipped(dim: 0)
            }
        }
    }

    /// One index on some axes, everything on the others.
    private static func part(
        of activation: Tensor, using generator: inout RepeatableRandomGenerator
    ) -> [TensorIndexOperation] {
        activation.shape.map { length in
            Bool.random(using: &generator)
                ? .pick(Int.random(in: 0..<length, using: &generator)) : .slice(start: 0, end: nil, step: 1)
        }
    }
}
