import TensorCore
import TestSupport

/// A tensor written as slowly and plainly as possible: the reference that fast code is held against.
struct Naive: Equatable {
    var shape: [Int]
    var values: [Float]

    init(_ shape: [Int], _ value: ([Int]) -> Float) {
        self.shape = shape
        values = Naive.positions(shape).map(value)
    }

    init(_ tensor: Tensor) {
        shape = tensor.shape
        values = tensor.toArray()
    }

    subscript(_ position: [Int]) -> Float {
        get { values[offset(position)] }
        set { values[offset(position)] = newValue }
    }

    /// The value at a position of a larger shape, axes of length 1 stretched.
    func stretched(_ position: [Int]) -> Float {
        let own = position.suffix(shape.count)
        return self[zip(own, shape).map { $1 == 1 ? 0 : $0 }]
    }

    private func offset(_ position: [Int]) -> Int {
        zip(position, shape).reduce(0) { $0 * $1.1 + $1.0 }
    }

    /// All positions of a shape in row-major order.
    static func positions(_ shape: [Int]) -> [[Int]] {
        shape.reduce([[]]) { prefixes, length in prefixes.flatMap { prefix in (0..<length).map { prefix + [$0] } } }
    }
}

extension RepeatableRandomGenerator {
    /// A tensor of small whole numbers, on which float arithmetic is exact.
    mutating func tensor(_ shape: [Int]) -> Tensor {
        let count = shape.reduce(1, *)
        return Tensor((0..<count).map { _ in Float(Int.random(in: -9...9, using: &self)) }, shape: shape)
    }

    mutating func shape(_ rank: ClosedRange<Int>, lengths: ClosedRange<Int> = 1...4) -> [Int] {
        (0..<Int.random(in: rank, using: &self)).map { _ in Int.random(in: lengths, using: &self) }
    }
}
