internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// The norms of all products of two stacks of factored matrices, without making one of the large products.
///
/// With L = A₁B₁ and R = A₂B₂, ‖LR‖² = Σ (A₁ᵀA₁ M) ∘ (M B₂B₂ᵀ), where M = B₁A₂ is small.
struct CompositionGrid {
    private let shape: [Int]
    private let leftNorms, rightNorms: [Float]
    private let leftGrams, rightGrams: Tensor
    /// [left, m, d_model] and [right, d_model, m]
    private let leftInner, rightInner: Tensor

    init(_ left: FactoredMatrix, _ right: FactoredMatrix) {
        let (leftA, leftB) = (Self.flat(left.A), Self.flat(left.B))
        let (rightA, rightB) = (Self.flat(right.A), Self.flat(right.B))
        shape = Array(left.shape.dropLast(2) + right.shape.dropLast(2))
        leftNorms = left.norm().toArray()
        rightNorms = right.norm().toArray()
        leftGrams = leftA.T.matmul(leftA)
        rightGrams = rightB.matmul(rightB.T)
        (leftInner, rightInner) = (leftB, rightA)
    }

    /// The scores of the pairs that `counts` accepts, by place in either stack; 0 for the others.
    func scores(_ counts: (_ left: Int, _ right: Int) -> Bool) throws -> Tensor {
        try Fault.throwIfRaised()
        var scores = [Float](repeating: 0, count: leftNorms.count * rightNorms.count)
        for left in leftNorms.indices {
            for right in rightNorms.indices where counts(left, right) {
                let norms = leftNorms[left] * rightNorms[right]
                scores[left * rightNorms.count + right] = norms == 0 ? 0 : try productNorm(left, right) / norms
            }
        }
        return Tensor(scores, shape: shape)
    }

    private func productNorm(_ left: Int, _ right: Int) throws -> Float {
        try Interruption.check()
        let middle = leftInner[left].matmul(rightInner[right])
        let square = (leftGrams[left].matmul(middle) * middle.matmul(rightGrams[right])).sum()
        return Float(max(0, square.item()).squareRoot())
    }

    /// A stack with one leading axis.
    private static func flat(_ tensor: Tensor) -> Tensor {
        tensor.reshaped([tensor.shape.dropLast(2).reduce(1, *)] + tensor.shape.suffix(2))
    }
}
