/// ``Adam`` whose weight decay shrinks the numbers themselves, as PyTorch's `AdamW`, with its defaults.
///
/// ```swift
/// var adam = AdamW(lr: 2e-3, weightDecay: 0)
/// try adam.step(&a) { a in loss(a) }
/// ```
/// Loshchilov and Hutter (2019).
public struct AdamW: Optimizer {
    private var adam: Adam
    var text: String { adam.text }
    var count: Int { adam.count }

    /// An optimizer that has not made a step: `AdamW(lr: 0.01)`.
    ///
    /// What PyTorch refuses is an error, and so is NaN: `AdamW(lr: -1)`.
    public init(
        lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8, weightDecay: Double = 0.01
    ) {
        adam = Adam(lr, betas, eps, weightDecay, decaysDirectly: true)
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
        adam.change(&values, by: gradients)
    }
}
