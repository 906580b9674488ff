internal import Platform
internal import SessionSafety

/// Starts the shared random generator anew, as PyTorch's `manual_seed`.
///
/// ```swift
/// manualSeed(0)
/// Tensor.randint(100, 20000, size: [2, 100])      // 1044, 3539, 10733, … as in PyTorch
/// ```
public func manualSeed(_ seed: Int) {
    SharedGenerator.current.start(seed)
}

extension Tensor {
    /// Integers in low..<high, the same ones that PyTorch draws on the CPU after the same seed.
    ///
    /// `Tensor.randint(100, 20_000, size: [2, 100])` is [2, 100].
    public static func randint(_ low: Int, _ high: Int, size: [Int]) -> Tensor {
        SharedGenerator.draw { randint(low, high, size: size, using: &$0) }
    }

    /// Integers in 0..<high: `Tensor.randint(100, size: [2, 5])` is [2, 5].
    public static func randint(_ high: Int, size: [Int]) -> Tensor { randint(0, high, size: size) }

    /// Integers in low..<high from a generator of one's own.
    public static func randint(_ low: Int, _ high: Int, size: [Int], using generator: inout RandomGenerator) -> Tensor {
        guard low < high else {
            let error = TensorError.badArgument(
                operation: "randint", argument: "the range", value: "\(low)..<\(high)", expected: "not empty")
            return Fault.raise(error, returning: Tensor())
        }
        return orFault {
            try filled(size, Int.self) { out in
                try forEachPiece(out.count) { for i in $0 { out[i] = generator.integer(low, high) } }
            }
        }
    }

    /// Numbers in 0..<1, evenly spread, the same ones that PyTorch draws on the CPU after the same seed.
    ///
    /// `Tensor.rand([2, 3])` is [2, 3].
    public static func rand(_ size: [Int]) -> Tensor { SharedGenerator.draw { rand(size, using: &$0) } }

    /// Numbers in 0..<1 from a generator of one's own.
    public static func rand(_ size: [Int], using generator: inout RandomGenerator) -> Tensor {
        orFault {
            try filled(size, Float.self) { out in
                try forEachPiece(out.count) { for i in $0 { out[i] = generator.unit() } }
            }
        }
    }

    /// Normally distributed numbers, mean 0 and deviation 1. Repeatable after ``manualSeed(_:)``; not PyTorch's numbers.
    ///
    /// `Tensor.randn([2, 3])` is [2, 3].
    public static func randn(_ size: [Int]) -> Tensor { SharedGenerator.draw { randn(size, using: &$0) } }

    /// Normally distributed numbers from a generator of one's own, by the Box–Muller transform.
    public static func randn(_ size: [Int], using generator: inout RandomGenerator) -> Tensor {
        orFault {
            try filled(size, Float.self) { out in
                try forEachPiece(out.count) { piece in
                    for i in piece {
                        let radius = (-2 * logf(1 - generator.unit())).squareRoot()
                        out[i] = radius * cosf(2 * .pi * generator.unit())
                    }
                }
            }
        }
    }

    /// The numbers 0..<n in random order, the one that PyTorch draws on the CPU after the same seed.
    ///
    /// `Tensor.randperm(5)` is [5].
    public static func randperm(_ n: Int) -> Tensor {
        SharedGenerator.draw { randperm(n, using: &$0) }
    }

    /// The numbers 0..<n in random order, from a generator of one's own.
    public static func randperm(_ n: Int, using generator: inout RandomGenerator) -> Tensor {
        orFault {
            guard n >= 0 else { throw TensorError.negativeLength(shape: [n]) }
            let start = arange(n)
            var order = start.toIntArray()
            guard order.count == n else { return start }
            try forEachPiece(Swift.max(0, n - 1)) { piece in
                for i in piece { order.swapAt(i, generator.integer(i, n)) }
            }
            return Tensor(order)
        }
    }
}
