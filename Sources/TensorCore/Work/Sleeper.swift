internal import Dispatch
internal import Synchronization

/// A thread that sleeps until it is woken, which costs nothing where it is awake.
final class Sleeper: Sendable {
    private let isAsleep = Atomic<Bool>(false)
    private let bell = DispatchSemaphore(value: 0)

    /// Sleeps, unless there is work by now. What `mayStillSleep` reads is written before ``wake()``.
    func sleep(_ mayStillSleep: () -> Bool) {
        isAsleep.store(true, ordering: .sequentiallyConsistent)
        // Whoever takes the mark down rings, or is this thread itself.
        if !mayStillSleep(), isAsleep.exchange(false, ordering: .sequentiallyConsistent) { return }
        bell.wait()
    }

    func wake() {
        guard isAsleep.load(ordering: .sequentiallyConsistent) else { return }
        if isAsleep.exchange(false, ordering: .sequentiallyConsistent) { bell.signal() }
    }
}
