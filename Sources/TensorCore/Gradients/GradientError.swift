/// What can be wrong with a gradient that was asked for, as facts; `description` puts them in words.
public enum GradientError: Error, Hashable, Sendable {
    /// An operation that nobody has said the derivative of.
    case noRule(operation: String)
    /// What is to be differentiated is more than one number.
    case notOneNumber(shape: [Int])
    /// What is to be differentiated is NaN.
    case notANumber
    /// What an optimizer is to make smaller is NaN where its steps have led.
    case diverged(optimizer: String, steps: Int)
    /// What is to be differentiated does not follow from what it is to be differentiated by.
    case doesNotDepend
    /// One of several inputs takes no part in the result.
    case unusedInput(number: Int, count: Int)
    /// An input that is not of fractions.
    case badType(DType)
    /// Tensors of two closures that are differentiated, one in the other.
    case nested(operation: String)
}

extension GradientError {
    /// Runs `body`; where its number becomes NaN after an optimizer's steps, they are told with its options.
    package static func naming<Value>(
        _ optimizer: String, steps: Int, _ body: () throws -> Value
    ) throws -> Value {
        do { return try body() } catch GradientError.notANumber where steps > 0 {
            throw GradientError.diverged(optimizer: optimizer, steps: steps)
        }
    }
}

extension GradientError: CustomStringConvertible {
    /// The sentence that a user reads.
    public var description: String {
        switch self {
        case .noRule(let operation):
            "\(operation) has no rule for gradients; call it on t.detach() where its result counts as a constant, or say it "
                + "with operations that have one"
        case .notOneNumber(let shape):
            "a gradient needs one number to start from, and the closure gave the shape \(shape); "
                + "take its .sum() or .mean()"
        case .notANumber:
            "the closure's number is NaN, so that no gradient means anything; look for 0 / 0, the logarithm or root of a "
                + "negative number, or infinities that meet"
        case .diverged(let optimizer, let steps):
            "the loss is NaN after \(steps) \(steps == 1 ? "step" : "steps") of \(optimizer); begin again with a smaller lr, or look "
                + "in the loss for 0 / 0, and the logarithm or root of a negative number"
        case .doesNotDepend:
            "the closure's number does not follow from its inputs: it was made elsewhere, or of plain numbers (.item(), "
                + "detach(), integers, comparisons), so that every gradient would be 0; use the tensors that the closure is "
                + "given"
        case .unusedInput(let number, let count):
            "input \(number) of \(count) takes no part in the closure's number, so that its gradient would be 0; "
                + "use the tensor that the closure is given, or leave it out"
        case .badType(let dtype):
            "gradients are of float32, and this input holds \(dtype); convert it with asType(.float32)"
        case .nested(let operation):
            "\(operation): its tensors belong to two closures that are differentiated, one inside the other; "
                + "gradients of gradients are not computed: detach() the outer one's tensors"
        }
    }
}
