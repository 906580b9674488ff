internal import SessionSafety

extension TensorError: CustomStringConvertible {
    /// The sentence that a user reads.
    public var description: String {
        switch self {
        case .negativeLength(let shape):
            "a tensor can't have the shape \(shape): lengths must not be negative"
        case .tooManyElements(let shape):
            "a tensor can't have the shape \(shape): its lengths, zeros left out, multiply to more than can be counted"
        case .tooLarge(let shortage):
            "a tensor of \(MemoryShortage.size(shortage.bytes)) does not fit in memory, where \(shortage.limit) leaves "
                + "\(MemoryShortage.size(shortage.available)); "
                + "take fewer or shorter axes, or free tensors that are no longer needed"
        case .shapeMismatch(let operation, let left, let right):
            "\(operation): shapes \(left) and \(right) do not go together; "
                + "matched from the last axis, lengths must be equal or 1"
        case .assignmentMismatch(let place, let value):
            "can't assign a value of shape \(value) to a place of shape \(place); "
                + "matched from the last axis, the value's lengths must be equal or 1"
        case .assignmentType(let place, let value):
            "can't assign \(value) values into a tensor of \(place); convert one of them with asType(_:)"
        case .badAxis(let operation, let axis, let shape):
            "\(operation): there is no axis \(axis) in a tensor of shape \(shape); " + Self.axes(shape.count)
        case .badPermutation(let axes, let shape):
            "permuted: \(axes) does not name each of the \(shape.count) axes of shape \(shape) once"
        case .indexOutOfRange, .zeroStride, .tooManyIndices, .twoEllipses, .badIndexType, .maskMismatch:
            indexingDescription
        case .badReshape(let from, let to):
            "can't reshape \(from) to \(to): the number of elements differs (one length may be -1, to be worked out)"
        case .raggedArray(let lengths):
            "rows of a tensor must have equal lengths; these have \(lengths)"
        case .valueCount(let given, let shape):
            "\(given) values do not fill a tensor of shape \(shape)"
        default:
            operationDescription
        }
    }

    private var indexingDescription: String {
        switch self {
        case .indexOutOfRange(let index, let axis, let shape):
            "index \(index) is out of range for axis \(axis) of shape \(shape), which has \(Self.length(shape, axis)) "
                + "positions" + Self.allowed(Self.length(shape, axis))
        case .zeroStride: "a slice can't have a stride of 0"
        case .tooManyIndices(let given, let shape):
            "\(given) indices for a tensor of shape \(shape), which has \(shape.count) axes"
        case .twoEllipses: "a subscript can hold only one ellipsis: with two it is open which axes each stands for"
        case .badIndexType(let dtype):
            "a tensor of \(dtype) can't be an index; use integers, or a mask of bool"
        case .maskMismatch(let mask, let shape):
            "a mask of shape \(mask) does not fit the axes of shape \(shape)"
        default: ""
        }
    }

    private var operationDescription: String {
        switch self {
        case .notOneElement(let operation, let shape):
            "\(operation): needs a tensor with one element, and this one has the shape \(shape)"
        case .emptyReduction(let operation, let shape):
            "\(operation): there is nothing to reduce in a tensor of shape \(shape)"
        case .badType(let operation, let dtype, let expected):
            "\(operation): needs \(expected), and this tensor holds \(dtype); convert it with asType(_:)"
        case .badRank(let operation, let shape, let expected):
            "\(operation): needs \(expected), and this tensor has the shape \(shape)"
        case .badArgument(let operation, let argument, let value, let expected):
            "\(operation): \(argument) is \(value), and must be \(expected)"
        case .badEinsum(let pattern, let problem):
            "einsum \"\(pattern)\": \(problem)"
        case .integerOverflow(let operation):
            "\(operation): the result does not fit in 64 bits; convert to float32 with asType(_:)"
        case .divisionByZero(let operation):
            "\(operation): division of integers by zero"
        case .noConvergence(let operation):
            "\(operation): no answer was found; check the values for infinities and NaN"
        default: ""
        }
    }

    private static func length(_ shape: [Int], _ axis: Int) -> Int {
        shape.indices.contains(axis) ? shape[axis] : 0
    }

    private static func allowed(_ length: Int) -> String {
        length == 0 ? "" : ": 0 to \(length - 1), or -\(length) to -1 from the end"
    }

    private static func axes(_ rank: Int) -> String {
        rank == 0 ? "it is a single number without axes" : "axes are 0 to \(rank - 1), or -\(rank) to -1 from the end"
    }
}
