// Comparisons with a number on one side, variable or literal.

extension Tensor {
    /// A mask of which elements are smaller than a number: `scores .< threshold`.
    public static func .< (a: Tensor, b: any TensorScalar) -> Tensor { a .< b.tensor }

    /// A mask of where the number is smaller than the elements: `threshold .< scores`.
    public static func .< (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor .< b }

    /// A mask of which elements are at most a number: `scores .<= threshold`.
    public static func .<= (a: Tensor, b: any TensorScalar) -> Tensor { a .<= b.tensor }

    /// A mask of where the number is at most the elements: `threshold .<= scores`.
    public static func .<= (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor .<= b }

    /// A mask of which elements are larger than a number: `scores .> threshold`.
    public static func .> (a: Tensor, b: any TensorScalar) -> Tensor { a .> b.tensor }

    /// A mask of where the number is larger than the elements: `threshold .> scores`.
    public static func .> (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor .> b }

    /// A mask of which elements are at least a number: `scores .>= threshold`.
    public static func .>= (a: Tensor, b: any TensorScalar) -> Tensor { a .>= b.tensor }

    /// A mask of where the number is at least the elements: `threshold .>= scores`.
    public static func .>= (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor .>= b }

    /// A mask of which elements equal a number: `scores .== threshold`.
    public static func .== (a: Tensor, b: any TensorScalar) -> Tensor { a .== b.tensor }

    /// A mask of where the number equals the elements: `threshold .== scores`.
    public static func .== (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor .== b }

    /// A mask of which elements differ from a number: `scores .!= threshold`.
    public static func .!= (a: Tensor, b: any TensorScalar) -> Tensor { a .!= b.tensor }

    /// A mask of where the number differs from the elements: `threshold .!= scores`.
    public static func .!= (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor .!= b }

    /// A mask of where both are true, the right side for all elements: `mask .& keepsAll`.
    public static func .& (a: Tensor, b: any TensorScalar) -> Tensor { a .& b.tensor }

    /// A mask of where both are true, the left side for all elements: `keepsAll .& mask`.
    public static func .& (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor .& b }

    /// A mask of where one of them is true, the right side for all elements: `mask .| keepsAll`.
    public static func .| (a: Tensor, b: any TensorScalar) -> Tensor { a .| b.tensor }

    /// A mask of where one of them is true, the left side for all elements: `keepsAll .| mask`.
    public static func .| (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor .| b }
}

extension Tensor {
    /// Whether this is a tensor without axes that holds just this number: `scores.sum() == 1`.
    public static func == (a: Tensor, b: any TensorScalar) -> Bool { a == b.tensor }

    /// Whether this is anything but a tensor without axes that holds just this number: `mask.sum() != 0`.
    public static func != (a: Tensor, b: any TensorScalar) -> Bool { a != b.tensor }
}

extension Sequence<Tensor> {
    /// One tensor of all, beginning with a number: `parts.reduce(0, +)`.
    @_disfavoredOverload
    public func reduce(
        _ initialResult: any TensorScalar, _ nextPartialResult: (Tensor, Tensor) throws -> Tensor
    ) rethrows -> Tensor {
        try reduce(initialResult.tensor, nextPartialResult)
    }
}
