import SessionSafety
import Synchronization

/// Asks for a stop when the current session's long work has made so many steps.
package func stopWork(atStep last: Int) {
    let counter = StepCounter(last)
    LongWork.show { _, _ in LongWork.Display(advance: { _ in counter.count() }, finish: {}) }
}

private final class StepCounter: Sendable {
    private let steps = Atomic<Int>(0)
    private let last: Int

    init(_ last: Int) { self.last = last }

    func count() {
        if steps.add(1, ordering: .relaxed).newValue == last { Session.current.stop.request() }
    }
}
