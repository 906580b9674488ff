internal import TensorCore

/// A run that is past its hooks, and whose end nobody has needed so far.
///
/// No closure of the user's is left in it. Its state is guarded by the lock of the ``LazyRuns`` that it belongs to.
final class LazyRun: @unchecked Sendable {
    /// The run as far as it has come; nil once it is at its end.
    private(set) var run: PartialRun?
    /// At the end, the changed tokens' residual stream after the final layer norm: [token, 1, d_model]
    private(set) var normalized: Tensor?
    let changed: ChangedTokens

    init(_ run: PartialRun) {
        self.run = run.withoutHooks()
        changed = run.changed
    }

    func finish(_ normalized: Tensor) { (run, self.normalized) = (nil, normalized) }
}
