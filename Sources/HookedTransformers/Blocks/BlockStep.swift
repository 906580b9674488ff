internal import TensorCore

/// A step of a block. Every way of running a model goes through the same steps in the same order.
package protocol BlockStep: Sendable {
    /// What it reads of what earlier steps left.
    var reads: [BlockValue] { get }

    /// The hook points in the midst of the step, in the order in which they fire.
    ///
    /// ``run(_:_:)`` shows them their activations. Where nobody listens, the step may be run for some tokens alone.
    var inside: [BlockHook] { get }

    /// What it leaves, in the order in which whoever goes through the steps shows it to hooks.
    var results: [StepResult] { get }

    /// What nobody reads after it.
    var uses: [BlockValue] { get }

    /// Whether it reads keys and values of positions before those that are computed.
    var readsPast: Bool { get }

    /// Computes `results` from `reads` in the values of `pass`.
    func run(_ pass: inout ForwardPass, _ layer: Int) throws
}

extension BlockStep {
    var inside: [BlockHook] { [] }
    var uses: [BlockValue] { [] }
    var readsPast: Bool { false }
}

/// What a step leaves, and the hook point that shows it.
package struct StepResult: Sendable {
    let hook: BlockHook
    let value: BlockValue
}

/// What the steps of a block hand on to each other.
package enum BlockValue: Sendable, CaseIterable {
    /// [batch, position, d_model]
    case residual
    /// [batch, position, head, d_head]
    case q
    /// [batch, position, key/value head, d_head]
    case k, v
    /// Heads' outputs: [batch, position, head, d_head]
    case z
}

/// Something for each of the values.
struct BlockValues<Element> {
    var residual: Element, q: Element, k: Element, v: Element, z: Element

    init(repeating element: Element) {
        (residual, q, k, v, z) = (element, element, element, element, element)
    }

    subscript(value: BlockValue) -> Element {
        get {
            switch value {
            case .residual: residual
            case .q: q
            case .k: k
            case .v: v
            case .z: z
            }
        }
        set {
            switch value {
            case .residual: residual = newValue
            case .q: q = newValue
            case .k: k = newValue
            case .v: v = newValue
            case .z: z = newValue
            }
        }
    }
}
