public import Display
internal import SessionSafety
internal import Synchronization

/// A bar that grows while work is done, for work that isn't a loop over a sequence.
///
/// ```swift
/// let bar = ProgressBar(total: 144, title: "Heads")
/// for layer in 0..<12 { for head in 0..<12 { …; bar.advance() } }
/// bar.finish()
/// ```
/// It shows itself at once and redraws at most ten times a second; ``finish()`` always does, and so does the end of a
/// cell. A later cell may move it on. For loops there is ``progress(_:title:total:)``.
public final class ProgressBar: UnfinishedDisplay {
    private struct Moving {
        var state: ProgressState
        /// When it was last drawn; nil when the next step is to be seen at once.
        var shownAt: ContinuousClock.Instant?
        var shownDone = 0
        var isFinished = false

        /// What to draw at `now`, if it is time to.
        mutating func due(at now: ContinuousClock.Instant, since start: ContinuousClock.Instant) -> ProgressState? {
            guard !isFinished, shownAt.map({ now - $0 >= ProgressBar.pause }) ?? true else { return nil }
            (shownAt, shownDone) = (now, state.done)
            state.elapsed = (now - start) / .seconds(1)
            return state
        }
    }

    /// Bars of a session are numbered in their order, so that the same notebook gives the same ids.
    private final class Numbers: SessionPart {
        let last = Atomic<Int>(0)
    }
    private static let pause = Duration.milliseconds(100)

    private let id: String
    /// A bar that one cell makes and another moves on is shown by the one that moves it.
    private let output: @Sendable () -> any DisplayOutput
    private let now: @Sendable () -> ContinuousClock.Instant
    private let start: ContinuousClock.Instant
    private let moving: Mutex<Moving>

    /// Shows an empty bar. Without a `total` it counts.
    public convenience init(total: Int?, title: String = "") {
        self.init(total: total, title: title, output: DisplayOutputs.current, now: { ContinuousClock.now })
        UnfinishedDisplays.add(self)
    }

    package init(
        total: Int?, title: String, output: @autoclosure @escaping @Sendable () -> any DisplayOutput,
        now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        (self.output, self.now, start) = (output, now, now())
        let number = Numbers.current.last.wrappingAdd(1, ordering: .relaxed).newValue
        id = "progress-\(number)"
        let state = ProgressState(title: title, done: 0, total: total, elapsed: 0)
        moving = Mutex(Moving(state: state, shownAt: start))
        output().show(state.bundle, id: id)
    }

    /// Gives the bar another title, which is shown with the next step.
    package func retitle(_ title: String) { moving.withLock { $0.state.title = title } }

    /// Says that `steps` more are done.
    public func advance(by steps: Int = 1) {
        let now = now()
        let due: ProgressState? = moving.withLock { moving in
            let (sum, overflows) = moving.state.done.addingReportingOverflow(steps)
            moving.state.done = overflows ? .max : max(0, sum)
            return moving.due(at: now, since: start)
        }
        if let due { output().update(due.bundle, id: id) }
    }

    /// Shows how far it has come, without times; the next step after that is shown at once.
    public func showReached() {
        let reached: ProgressState? = moving.withLock { moving in
            guard !moving.isFinished else { return nil }
            moving.shownAt = nil
            guard moving.state.done != moving.shownDone || moving.state.elapsed ?? 0 > 0 else { return nil }
            (moving.shownDone, moving.state.elapsed) = (moving.state.done, 0)
            return moving.state
        }
        if let reached { output().update(reached.bundle, id: id) }
    }

    /// Shows the last state, done or stopped early, without times. Further calls do nothing.
    public func finish() {
        let last: ProgressState? = moving.withLock { moving in
            guard !moving.isFinished else { return nil }
            moving.isFinished = true
            moving.state.elapsed = nil
            return moving.state
        }
        if let last { output().finish(last.bundle, id: id) }
        UnfinishedDisplays.remove(self)
    }

    deinit { finish() }
}
