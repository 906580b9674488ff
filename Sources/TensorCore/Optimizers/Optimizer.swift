internal import SessionSafety

/// What changes numbers step by step so that a loss falls: ``Adam``, ``AdamW``, ``SGD``, ``LBFGS``.
///
/// ```swift
/// var adam = Adam(lr: 2e-3)
/// for _ in 0..<300 { try adam.step(&a) { a in ((a - target) * (a - target)).sum() } }
/// ```
/// An optimizer keeps what it has learned of its tensors from step to step; it goes with the same tensors throughout.
protocol Optimizer {
    /// How it was made, as written in a cell.
    var text: String { get }
    /// How many changes were made.
    var count: Int { get }
    /// Changes `values` once, by their gradients, in double precision.
    mutating func change(_ values: inout [[Double]], by gradients: [[Double]])
}

extension Optimizer {
    /// One evaluation of the loss and one change.
    ///
    /// Nothing is changed when the closure throws.
    mutating func stepOnce(_ parameters: inout [Tensor], _ loss: ([Tensor]) throws -> Tensor) throws -> Tensor {
        let (value, gradients) = try GradientError.naming(text, steps: count) {
            try valueAndGradient(at: parameters, loss)
        }
        var values = try parameters.map { try $0.floats().map { Double($0) } }
        change(&values, by: try gradients.map { try $0.floats().map { Double($0) } })
        parameters = try zip(parameters, values).map { old, new in
            try Fault.catching { Tensor(new.map { Float($0) }, shape: old.shape) }
        }
        return value
    }

    mutating func stepOnce(_ parameter: inout Tensor, _ loss: (Tensor) throws -> Tensor) throws -> Tensor {
        var all = [parameter]
        let value = try stepOnce(&all) { try loss($0[0]) }
        parameter = all[0]
        return value
    }
}

/// Moments of gradients, one list for each tensor; empty before the first step.
struct Moments {
    private(set) var values: [[Double]] = []

    /// m ← decay · m + share · f(gradient); the first step begins at 0, or at `first` where that is given.
    mutating func update(_ gradients: [[Double]], decay: Double, share: Double, _ f: (Double) -> Double = { $0 }) {
        if values.map(\.count) != gradients.map(\.count) { values = gradients.map { $0.map { _ in 0 } } }
        for (list, gradient) in gradients.enumerated() {
            for i in gradient.indices { values[list][i] = decay * values[list][i] + share * f(gradient[i]) }
        }
    }
}
