/// Steps along the mean gradient over the root of the mean square, as PyTorch's `Adam`, with its defaults.
///
/// ```swift
/// var adam = Adam(lr: 2e-3)
/// for _ in 0..<300 { try adam.step(&a) { a in loss(a) } }
/// ```
/// Kingma and Ba (2015). `weightDecay` adds that share of each number to its gradient; ``AdamW`` shrinks the number itself.
public struct Adam: Optimizer {
    private let lr: Double
    private let betas: (Double, Double)
    private let eps: Double
    private let weightDecay: Double
    private let decaysDirectly: Bool
    private var means = Moments()
    private var squares = Moments()
    private(set) var count = 0

    /// An optimizer that has not made a step: `Adam(lr: 0.01, betas: (0.9, 0.99))`.
    ///
    /// What PyTorch refuses is an error, and so is NaN: `Adam(lr: -1)`.
    public init(
        lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8, weightDecay: Double = 0
    ) {
        self.init(lr, betas, eps, weightDecay, decaysDirectly: false)
    }

    init(_ lr: Double, _ betas: (Double, Double), _ eps: Double, _ weightDecay: Double, decaysDirectly: Bool) {
        (self.lr, self.betas, self.eps, self.weightDecay) = (lr, betas, eps, weightDecay)
        self.decaysDirectly = decaysDirectly
        let options = OptimizerOptions(optimizer: decaysDirectly ? "AdamW" : "Adam")
        options.notNegative("lr", lr)
        options.shares("betas", betas)
        options.notNegative("eps", eps)
        options.notNegative("weightDecay", weightDecay)
    }

    var text: String {
        "\(decaysDirectly ? "AdamW" : "Adam")(lr: \(lr), betas: \(betas), eps: \(eps), weightDecay: \(weightDecay))"
    }

    /// Evaluates the loss of some tensors and changes them once: `try adam.step(&list) { t in (t[0] * t[1]).sum() }`.
    /// - Returns: the loss before the change.
    /// - Throws: `GradientError`; what the closure throws. Nothing is changed then.
    @discardableResult
    public mutating func step(_ parameters: inout [Tensor], _ loss: ([Tensor]) throws -> Tensor) throws -> Tensor {
        try stepOnce(&parameters, loss)
    }

    /// Evaluates the loss of a tensor and changes it once: `try adam.step(&a) { a in (a * a).sum() }`.
    /// - Returns: the loss before the change.
    /// - Throws: `GradientError`; what the closure throws. Nothing is changed then.
    @discardableResult
    public mutating func step(_ parameter: inout Tensor, _ loss: (Tensor) throws -> Tensor) throws -> Tensor {
        try stepOnce(&parameter, loss)
    }

    package mutating func change(_ values: inout [[Double]], by gradients: [[Double]]) {
        count += 1
        var gradients = gradients
        if weightDecay != 0 {
            for (list, own) in values.enumerated() {
                for i in own.indices {
                    if decaysDirectly {
                        values[list][i] *= 1 - lr * weightDecay
                    } else {
                        gradients[list][i] += weightDecay * own[i]
                    }
                }
            }
        }
        means.update(gradients, decay: betas.0, share: 1 - betas.0)
        squares.update(gradients, decay: betas.1, share: 1 - betas.1) { $0 * $0 }
        let (first, second) = (1 - power(betas.0, count), 1 - power(betas.1, count))
        for list in values.indices {
            for i in values[list].indices {
                let size = (squares.values[list][i] / second).squareRoot() + eps
                values[list][i] -= lr * means.values[list][i] / first / size
            }
        }
    }

    private func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }
}
