package import Display
internal import Synchronization

/// A bar that grows while work is done, for work that isn't a loop over a sequence.
///
/// ```swift
/// let bar = ProgressBar(total: 144, title: "Heads")
/// for layer in 0..<12 { for head in 0..<12 { …; bar.advance() } }
/// bar.finish()
/// ```
/// It shows itself at once and redraws at most ten times a second; ``finish()`` always does. For loops there is
/// ``progress(_:title:total:)``.
public final class ProgressBar: Sendable {
    private struct Moving {
        var state: ProgressState
        var shownAt: ContinuousClock.Instant
        var isFinished = false
    }

    /// Bars are numbered in their order, so that the same notebook gives the same ids.
    private static let count = Atomic<Int>(0)
    private static let pause = Duration.milliseconds(100)

    private let id: String
    private let output: any DisplayOutput
    private let now: @Sendable () -> ContinuousClock.Instant
    private let start: ContinuousClock.Instant
    private let moving: Mutex<Moving>

    /// Shows an empty bar. Without a `total` it counts.
    public convenience init(total: Int?, title: String = "") {
        self.init(total: total, title: title, output: DisplayOutputs.current, now: { ContinuousClock.now })
    }

    package init(
        total: Int?, title: String, output: any DisplayOutput, now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        (self.output, self.now, start) = (output, now, now())
        let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
        id = "progress-\(number)"
        let state = ProgressState(title: title, done: 0, total: total, elapsed: 0)
        moving = Mutex(Moving(state: state, shownAt: start))
        output.show(state.bundle, id: id)
    }

    /// Says that `steps` more are done.
    public func advance(by steps: Int = 1) {
        let now = now()
        let due: ProgressState? = moving.withLock { moving in
            let (sum, overflows) = moving.state.done.addingReportingOverflow(steps)
            moving.state.done = overflows ? .max : max(0, sum)
            guard !moving.isFinished, now - moving.shownAt >= Self.pause else { return nil }
            moving.shownAt = now
            moving.state.elapsed = (now - start) / .seconds(1)
            return moving.state
        }
        if let due { output.update(due.bundle, id: id) }
    }

    /// Shows the last state, done or stopped early, without times. Further calls do nothing.
    public func finish() {
        let last: ProgressState? = moving.withLock { moving in
            guard !moving.isFinished else { return nil }
            moving.isFinished = true
            moving.state.elapsed = nil
            return moving.state
        }
        if let last { output.update(last.bundle, id: id) }
    }

    deinit { finish() }
}
