internal import SessionSafety

/// Looks at the numbers that an optimizer is made with, where they are given: what PyTorch refuses, what is no number, and what
/// would count without end. The first that makes no sense is raised with what it has to be.
struct OptimizerOptions {
    let optimizer: String

    /// Learning rates, decays, and what is added to a divisor.
    func notNegative(_ name: String, _ given: Double) {
        check(given >= 0 && given.isFinite, name, "\(given)", "a number of 0 or above that is not infinite")
    }

    /// How much is kept from step to step.
    func shares(_ name: String, _ given: (Double, Double)) {
        let areShares = [given.0, given.1].allSatisfy { $0 >= 0 && $0 < 1 }
        check(areShares, name, "\(given)", "two numbers of at least 0 and below 1")
    }

    func finite(_ name: String, _ given: Double) {
        check(given.isFinite, name, "\(given)", "a number that is not infinite")
    }

    /// Bounds, of which those below 0 are never reached.
    func number(_ name: String, _ given: Double) { check(!given.isNaN, name, "\(given)", "a number") }

    func positive(_ name: String, _ given: Int) { check(given > 0, name, "\(given)", "a whole number above 0") }

    /// Any other condition on an option.
    func check(_ isFine: Bool, _ name: String, _ given: String, _ expected: String) {
        guard !isFine else { return }
        Fault.raise(
            TensorError.badArgument(operation: optimizer, argument: name, value: given, expected: expected),
            returning: ())
    }
}
