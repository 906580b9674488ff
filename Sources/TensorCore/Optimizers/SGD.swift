/// Steps against the gradient, with momentum where it is asked for, as PyTorch's `SGD`, with its defaults.
///
/// ```swift
/// var sgd = SGD(lr: 0.1, momentum: 0.9)
/// try sgd.step(&a) { a in loss(a) }
/// ```
public struct SGD: Optimizer {
    private let lr: Double
    private let momentum: Double
    private let dampening: Double
    private let weightDecay: Double
    private let nesterov: Bool
    private var velocity = Moments()
    private(set) var count = 0

    /// An optimizer that has not made a step: `SGD(lr: 0.1)`.
    ///
    /// What PyTorch refuses is an error, and so is NaN: `SGD(lr: -1)`.
    public init(
        lr: Double = 1e-3, momentum: Double = 0, dampening: Double = 0, weightDecay: Double = 0, nesterov: Bool = false
    ) {
        (self.lr, self.momentum, self.dampening) = (lr, momentum, dampening)
        (self.weightDecay, self.nesterov) = (weightDecay, nesterov)
        let options = OptimizerOptions(optimizer: "SGD")
        options.notNegative("lr", lr)
        options.notNegative("momentum", momentum)
        options.finite("dampening", dampening)
        options.notNegative("weightDecay", weightDecay)
        options.check(!nesterov || momentum > 0, "momentum", "\(momentum)", "above 0 with nesterov: true")
        options.check(!nesterov || dampening == 0, "dampening", "\(dampening)", "0 with nesterov: true")
    }

    var text: String {
        "SGD(lr: \(lr), momentum: \(momentum), dampening: \(dampening), weightDecay: \(weightDecay), nesterov: \(nesterov))"
    }

    /// Evaluates the loss of some tensors and changes them once: `try sgd.step(&list) { t in (t[0] * t[1]).sum() }`.
    /// - Returns: the loss before the change.
    /// - Throws: `GradientError`; what the closure throws. Nothing is changed then.
    @discardableResult
    public mutating func step(_ parameters: inout [Tensor], _ loss: ([Tensor]) throws -> Tensor) throws -> Tensor {
        try stepOnce(&parameters, loss)
    }

    /// Evaluates the loss of a tensor and changes it once: `try sgd.step(&a) { a in (a * a).sum() }`.
    /// - Returns: the loss before the change.
    /// - Throws: `GradientError`; what the closure throws. Nothing is changed then.
    @discardableResult
    public mutating func step(_ parameter: inout Tensor, _ loss: (Tensor) throws -> Tensor) throws -> Tensor {
        try stepOnce(&parameter, loss)
    }

    mutating func change(_ values: inout [[Double]], by gradients: [[Double]]) {
        count += 1
        var gradients = gradients
        for list in values.indices {
            for i in values[list].indices { gradients[list][i] += weightDecay * values[list][i] }
        }
        let isFirst = velocity.values.isEmpty
        velocity.update(gradients, decay: momentum, share: isFirst ? 1 : 1 - dampening)
        for list in values.indices {
            for i in values[list].indices {
                let (own, moved) = (gradients[list][i], velocity.values[list][i])
                let change = momentum == 0 ? own : nesterov ? own + momentum * moved : moved
                values[list][i] -= lr * change
            }
        }
    }
}
