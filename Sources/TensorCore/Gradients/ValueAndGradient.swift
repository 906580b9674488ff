internal import SessionSafety

/// A closure's number, and its gradient by each of some tensors.
///
/// ```swift
/// let (loss, slopes) = try valueAndGradient(at: [a, b]) { t in ((t[0] - t[1]) * (t[0] - t[1])).sum() }
/// ```
/// The closure is given the tensors, and may do with them whatever has a derivative: arithmetic, `softmax`, `einsum`,
/// subscripts read and assigned, runs of a model with hooks that use them. Integers, comparisons and positions are constants.
/// - Parameter inputs: of float32; what else the closure uses counts as a constant.
/// - Returns: the number, and gradients in the shapes of `inputs`.
/// - Throws: ``GradientError`` for more than one number, NaN, an operation without a rule, an input without a part in
///   the number; what the closure throws.
public func valueAndGradient(
    at inputs: [Tensor], _ body: ([Tensor]) throws -> Tensor
) throws -> (value: Tensor, gradients: [Tensor]) {
    let tape = GradientTape()
    defer { tape.close() }
    let leaves = try inputs.map { try tape.leaf($0) }
    let value = try tape.recording { try Fault.catching { try body(leaves) } }
    try tape.goBack(from: value)
    let gradients = try leaves.enumerated().map { number, leaf in
        guard let gradient = try tape.gradient(of: leaf) else {
            throw GradientError.unusedInput(number: number, count: inputs.count)
        }
        return gradient
    }
    return (value.detach(), gradients)
}

/// A closure's number, and its gradient by one tensor.
///
/// ```swift
/// let (loss, slope) = try valueAndGradient(at: a) { a in (a * a).sum() }       // slope is 2 · a
/// ```
/// The same as with a list of tensors, ``valueAndGradient(at:_:)->(_,[Tensor])``.
public func valueAndGradient(
    at input: Tensor, _ body: (Tensor) throws -> Tensor
) throws -> (value: Tensor, gradient: Tensor) {
    let (value, gradients) = try valueAndGradient(at: [input]) { try body($0[0]) }
    return (value, gradients[0])
}

extension GradientTape {
    /// The same elements as the beginning of what is recorded.
    package func leaf(_ tensor: Tensor) throws -> Tensor {
        guard tensor.dtype == .float32 else { throw GradientError.badType(tensor.dtype) }
        guard !tensor.isTracked else { throw GradientError.nested(operation: "valueAndGradient") }
        return try tensor.tracked(on: self, isKept: true, nil)
    }

    /// Sends the gradient 1 of `value` back to the beginning.
    /// - Throws: ``GradientError`` when it is no single number that follows from this tape's tensors.
    package func goBack(from value: Tensor) throws {
        guard value.count == 1 else { throw GradientError.notOneNumber(shape: value.shape) }
        guard let place = value.gradientPlace, place.node.tape === self else { throw GradientError.doesNotDepend }
        let number = try Fault.catching { value.item() }
        guard !number.isNaN else { throw GradientError.notANumber }
        try place.add(Tensor.constant(value.shape, Float(1)))
        try goBack()
    }

    /// The gradient of a leaf; nil where none has come back.
    package func gradient(of tensor: Tensor) throws -> Tensor? {
        guard let place = tensor.gradientPlace, !place.node.sum.isEmpty else { return nil }
        return try place.node.sum.dense().view(elementOffset: place.offset, shape: tensor.shape)
    }

    /// The gradient of a leaf that the value has to follow from.
    /// - Throws: ``GradientError/doesNotDepend`` where none has come back.
    package func neededGradient(of tensor: Tensor) throws -> Tensor {
        guard let gradient = try gradient(of: tensor) else { throw GradientError.doesNotDepend }
        return gradient
    }
}

extension Tensor {
    /// The same tensor, whose gradient `change` sees on its way back, and may replace by another of its shape.
    package func watchingGradient(_ change: @escaping (inout Tensor) throws -> Void) throws -> Tensor {
        guard let place = gradientPlace else { return self }
        let shape = shape
        return try detach().tracked(on: place.node.tape) { sum, range in
            var gradient = try sum.dense().stretch(range).renamed(to: shape)
            try change(&gradient)
            try place.add(gradient)
        }
    }
}
