internal import SessionSafety

/// Steps that learn how the loss bends, as PyTorch's `LBFGS`, with its defaults: one step is up to `maxIter` of them.
///
/// ```swift
/// var lbfgs = LBFGS(maxIter: 100, lineSearch: .strongWolfe)
/// try lbfgs.step(&a) { a in loss(a) }               // as far as it gets in 100 iterations
/// ```
/// It evaluates the loss several times a step, and expects the same loss for the same numbers. Nocedal and Wright (2006).
public struct LBFGS {
    /// How the length of each iteration's step is found.
    public enum LineSearch: Sendable {
        /// `lr` times what the loss's bend says, unchecked: PyTorch's default.
        case none
        /// A length that lowers the loss and flattens its slope. It never makes the loss larger.
        case strongWolfe
    }

    private let lr: Double
    private let maxIter: Int
    private let maxEval: Int
    private let toleranceGrad: Double
    private let toleranceChange: Double
    private let historySize: Int
    private let lineSearch: LineSearch
    /// What the last step has learned, for the next one of the same numbers.
    private var search: QuasiNewton?

    /// An optimizer that has not made a step: `LBFGS(maxIter: 100, lineSearch: .strongWolfe)`.
    ///
    /// What PyTorch refuses is an error, and so is NaN: `LBFGS(lr: -1)`.
    /// - Parameters:
    ///   - maxEval: the most evaluations of the loss in a step; 1¼ of `maxIter` unless given.
    ///   - toleranceGrad: how small the largest derivative has to be to stop.
    ///   - toleranceChange: how small a change of the numbers or the loss has to be to stop.
    public init(
        lr: Double = 1, maxIter: Int = 20, maxEval: Int? = nil, toleranceGrad: Double = 1e-7,
        toleranceChange: Double = 1e-9, historySize: Int = 100, lineSearch: LineSearch = .none
    ) {
        (self.lr, self.maxIter, self.maxEval) = (lr, maxIter, maxEval ?? Self.evaluations(maxIter))
        (self.toleranceGrad, self.toleranceChange) = (toleranceGrad, toleranceChange)
        (self.historySize, self.lineSearch) = (historySize, lineSearch)
        let options = OptimizerOptions(optimizer: "LBFGS")
        options.notNegative("lr", lr)
        options.positive("maxIter", maxIter)
        options.positive("maxEval", self.maxEval)
        options.number("toleranceGrad", toleranceGrad)
        options.number("toleranceChange", toleranceChange)
        options.positive("historySize", historySize)
    }

    /// A quarter more than there are iterations.
    private static func evaluations(_ iterations: Int) -> Int {
        let (quarters, isTooLarge) = iterations.multipliedReportingOverflow(by: 5)
        return isTooLarge ? .max : quarters / 4
    }

    /// Lowers the loss of some tensors: `try lbfgs.step(&list) { t in (t[0] * t[1]).sum() }`.
    /// - Returns: the loss at the beginning.
    /// - Throws: `GradientError`; what the closure throws. What was found so far is kept then.
    @discardableResult
    public mutating func step(_ parameters: inout [Tensor], _ loss: ([Tensor]) throws -> Tensor) throws -> Tensor {
        let shapes = parameters.map(\.shape)
        let flat = try parameters.flatMap { try $0.floats().map { Double($0) } }
        var search = resumed(at: flat)
        defer { self.search = search }
        let before = search.evaluations
        let most = max(1, lineSearch == .none ? min(maxIter, maxEval) : maxEval)
        var first: Tensor?
        while !search.isDone, search.evaluations - before < most {
            let (value, gradients) = try GradientError.naming("LBFGS(lr: \(lr))", steps: search.evaluations) {
                try valueAndGradient(at: try Self.tensors(search.point, shapes), loss)
            }
            first = first ?? value
            search.tell(value.item(), try gradients.flatMap { try $0.floats().map { Double($0) } })
            parameters = try Self.tensors(lineSearch == .none ? search.point : search.best.point, shapes)
        }
        return first ?? Tensor(0.0)
    }

    /// Lowers the loss of a tensor: `try lbfgs.step(&a) { a in (a * a).sum() }`.
    /// - Returns: the loss at the beginning.
    /// - Throws: `GradientError`; what the closure throws. What was found so far is kept then.
    @discardableResult
    public mutating func step(_ parameter: inout Tensor, _ loss: (Tensor) throws -> Tensor) throws -> Tensor {
        var all = [parameter]
        defer { parameter = all[0] }
        return try step(&all) { try loss($0[0]) }
    }

    /// The last step's search where it stands at these numbers, or a new one.
    private func resumed(at flat: [Double]) -> QuasiNewton {
        if let search, lineSearch == .none, !search.isDone, search.point.map({ Double(Float($0)) }) == flat {
            return search
        }
        return QuasiNewton(
            flat, rate: lr, search: lineSearch == .none ? .fixed : .wolfe, toleranceGrad: toleranceGrad,
            toleranceChange: toleranceChange, history: historySize)
    }

    private static func tensors(_ flat: [Double], _ shapes: [[Int]]) throws -> [Tensor] {
        var start = 0
        return try shapes.map { shape in
            let count = shape.reduce(1, *)
            defer { start += count }
            return try Fault.catching { Tensor(flat[start..<(start + count)].map { Float($0) }, shape: shape) }
        }
    }
}
