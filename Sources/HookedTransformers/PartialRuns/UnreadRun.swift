internal import TensorCore

/// A run that is past its hooks, and whose end nobody has needed so far.
///
/// No closure of the user's is left in it. Its state is guarded by the lock of the ``WaitingRuns`` that it belongs to.
final class WaitingRun: @unchecked Sendable {
    /// As far as it has come; nil once it is finished.
    private(set) var pass: LanePass?
    /// At the end, the lanes' residual stream after the final layer norm: [token, 1, d_model]
    private(set) var normalized: Tensor?
    let lanes: Lanes

    init(_ pass: LanePass) {
        self.pass = pass.withoutHooks()
        lanes = pass.lanes
    }

    func finish(_ normalized: Tensor) { (pass, self.normalized) = (nil, normalized) }
}
