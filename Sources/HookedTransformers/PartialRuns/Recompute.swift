internal import TensorCore

/// How much of a run is computed when the same tokens were run before, and whether its last digits may depend on the cores.
///
/// `try model.runWithHooks(tokens, fwdHooks: hooks, recompute: .everything)`
public enum Recompute: Sendable {
    /// What the hooks change, found by comparing activations before and after them; the rest is reused. Within 1e-5 of
    /// `.everything`, on any number of cores.
    case changed
    /// Everything, as if the tokens had never been run: the same bits in whatever order runs come, on the same number of cores.
    case everything
    /// Everything, on one core: the same bits on any number of cores of one kind.
    case everythingOnOneCore
}

extension Recompute {
    /// Runs `body` on as many cores as may have a say in its digits.
    package func computing<R>(_ body: () throws -> R) rethrows -> R {
        self == .everythingOnOneCore ? try MatrixProduct.withoutOwnThreads(body) : try body()
    }
}
