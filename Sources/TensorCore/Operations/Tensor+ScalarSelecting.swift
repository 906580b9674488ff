// Choices between a tensor and a number that a variable holds.

extension Tensor {
    /// The element where the mask is true, elsewhere the number: `Tensor.where(pattern .> 0.1, pattern, floor)`.
    public static func `where`(_ mask: Tensor, _ a: Tensor, _ b: any TensorScalar) -> Tensor {
        Tensor.where(mask, a, b.tensor)
    }

    /// The number where the mask is true, elsewhere the element: `Tensor.where(isFuture, lowest, scores)`.
    public static func `where`(_ mask: Tensor, _ a: any TensorScalar, _ b: Tensor) -> Tensor {
        Tensor.where(mask, a.tensor, b)
    }

    /// One number where the mask is true, another elsewhere: `Tensor.where(scores .> 0, high, low)`.
    public static func `where`(_ mask: Tensor, _ a: any TensorScalar, _ b: any TensorScalar) -> Tensor {
        Tensor.where(mask, a.tensor, b.tensor)
    }

    /// Every element, but no less than the number: `Tensor.maximum(scores, floor)`.
    public static func maximum(_ a: Tensor, _ b: any TensorScalar) -> Tensor { Tensor.maximum(a, b.tensor) }

    /// Every element, but no less than the number: `Tensor.maximum(floor, scores)`.
    public static func maximum(_ a: any TensorScalar, _ b: Tensor) -> Tensor { Tensor.maximum(a.tensor, b) }

    /// Every element, but no more than the number: `Tensor.minimum(scores, ceiling)`.
    public static func minimum(_ a: Tensor, _ b: any TensorScalar) -> Tensor { Tensor.minimum(a, b.tensor) }

    /// Every element, but no more than the number: `Tensor.minimum(ceiling, scores)`.
    public static func minimum(_ a: any TensorScalar, _ b: Tensor) -> Tensor { Tensor.minimum(a.tensor, b) }
}
