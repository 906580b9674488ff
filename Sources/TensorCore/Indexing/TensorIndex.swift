/// What can stand between the brackets of `tensor[…]`.
///
/// | index | meaning |
/// |---|---|
/// | `2`, `-1` | picks one position; the axis goes; negative ones count from the end |
/// | `1..<3`, `0...`, `..<(-1)` | a slice; negative bounds count from the end |
/// | `.ellipsis`, `...` | all the axes in between |
/// | `.newAxis` | a new axis of length 1 |
/// | `.stride(from: 0, to: 10, by: 2)` | every second position |
/// | `[0, 2, 2]`, an integer `Tensor` | gathers these positions |
/// | a `Tensor` of bool | keeps where the mask is true |
public protocol TensorIndex {
    /// The index in the form that the indexing rules work with.
    var tensorIndex: TensorIndexOperation { get }
}

/// An index taken apart. Made through ``TensorIndex``.
public enum TensorIndexOperation: TensorIndex, Sendable {
    /// One position, the axis goes.
    case pick(Int)
    /// From `start` up to but without `end`, both counted from the end when negative; nil is the end of the axis.
    case slice(start: Int?, end: Int?, step: Int)
    /// Bounds as in a Swift range, the upper one included.
    case closed(start: Int, end: Int)
    /// All axes that the other indices leave over.
    case remaining
    /// An axis of length 1 that is not there yet.
    case inserted
    /// The positions of an integer tensor, or where a mask is true: `.gather(rows)`.
    case gather(Tensor)

    public var tensorIndex: TensorIndexOperation { self }
}

extension Int: TensorIndex {
    public var tensorIndex: TensorIndexOperation { .pick(self) }
}

extension Range<Int>: TensorIndex {
    public var tensorIndex: TensorIndexOperation { .slice(start: lowerBound, end: upperBound, step: 1) }
}

extension ClosedRange<Int>: TensorIndex {
    public var tensorIndex: TensorIndexOperation { .closed(start: lowerBound, end: upperBound) }
}

extension PartialRangeFrom<Int>: TensorIndex {
    public var tensorIndex: TensorIndexOperation { .slice(start: lowerBound, end: nil, step: 1) }
}

extension PartialRangeUpTo<Int>: TensorIndex {
    public var tensorIndex: TensorIndexOperation { .slice(start: nil, end: upperBound, step: 1) }
}

extension PartialRangeThrough<Int>: TensorIndex {
    public var tensorIndex: TensorIndexOperation { .closed(start: 0, end: upperBound) }
}

extension [Int]: TensorIndex {
    public var tensorIndex: TensorIndexOperation { .gather(Tensor(self)) }
}

extension Tensor: TensorIndex {
    public var tensorIndex: TensorIndexOperation { .gather(self) }
}

extension TensorIndex where Self == TensorIndexOperation {
    /// All the axes in between, at most once in a subscript: `t[0, .ellipsis, -1]` of [8, 15, 12, 10] is [15, 12].
    public static var ellipsis: TensorIndexOperation { .remaining }

    /// A new axis of length 1: `t[0..., .newAxis]` of [8, 15] is [8, 1, 15].
    public static var newAxis: TensorIndexOperation { .inserted }

    /// Every `by`-th position from `from` up to but without `to`.
    ///
    /// `t[.stride(from: 0, to: 10, by: 2)]` of [10, 3] is [5, 3].
    public static func stride(from: Int = 0, to: Int? = nil, by: Int) -> TensorIndexOperation {
        .slice(start: from, end: to, step: by)
    }
}
