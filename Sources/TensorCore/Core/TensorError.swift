public import SessionSafety

/// What can be wrong with an operation on tensors, as facts; `description` puts them in words.
public enum TensorError: Error, Hashable, Sendable {
    /// An axis has a negative length.
    case negativeLength(shape: [Int])
    /// The number of elements does not fit in an integer.
    case tooManyElements(shape: [Int])
    /// The memory isn't there.
    case tooLarge(MemoryShortage)
    /// Two shapes that don't go together, even with broadcasting.
    case shapeMismatch(operation: String, left: [Int], right: [Int])
    /// The right side of an assignment does not fit the place.
    case assignmentMismatch(place: [Int], value: [Int])
    /// Values of one type can't go into a tensor of the other without loss.
    case assignmentType(place: DType, value: DType)
    /// An axis that the tensor does not have.
    case badAxis(operation: String, axis: Int, shape: [Int])
    /// The same axis twice, or not every axis once.
    case badPermutation(axes: [Int], shape: [Int])
    /// An index outside an axis.
    case indexOutOfRange(index: Int, axis: Int, shape: [Int])
    /// A step of zero.
    case zeroStride
    /// More indices than axes.
    case tooManyIndices(given: Int, shape: [Int])
    /// Two ellipses in one subscript.
    case twoEllipses
    /// A tensor that can't pick elements: it holds fractions.
    case badIndexType(DType)
    /// A mask whose shape is not that of the axes it stands for.
    case maskMismatch(mask: [Int], shape: [Int])
    /// Shapes with different numbers of elements.
    case badReshape(from: [Int], to: [Int])
    /// Nested arrays whose rows differ in length.
    case raggedArray(lengths: [Int])
    /// A number of values that the shape does not hold.
    case valueCount(given: Int, shape: [Int])
    /// An operation that needs exactly one element.
    case notOneElement(operation: String, shape: [Int])
    /// A reduction over an axis without elements that has no answer.
    case emptyReduction(operation: String, shape: [Int])
    /// An operation that is not for this element type.
    case badType(operation: String, dtype: DType, expected: String)
    /// A number of axes that the operation does not take.
    case badRank(operation: String, shape: [Int], expected: String)
    /// An argument out of its range.
    case badArgument(operation: String, argument: String, value: String, expected: String)
    /// An einsum pattern that can't be read or does not fit its tensors.
    case badEinsum(pattern: String, problem: String)
    /// An integer result that does not fit.
    case integerOverflow(operation: String)
    /// An integer division by zero.
    case divisionByZero(operation: String)
    /// A decomposition that found no answer.
    case noConvergence(operation: String)
}

extension TensorError {
    /// Returns when there is memory for `count` values of `stride` bytes each.
    static func checkMemory(_ count: Int, of stride: Int) throws(TensorError) {
        do { try MemoryBudget.check(count, of: stride) } catch { throw .tooLarge(error) }
    }
}
