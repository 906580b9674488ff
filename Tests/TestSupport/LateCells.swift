package import Foundation
package import SessionSafety

/// Presses a session's stop button when a cell runs longer than a moment: for searches whose cells need not end.
///
/// ```swift
/// late.run(interpreter.session) { interpreter.run(cell) }
/// ```
package final class LateCells: @unchecked Sendable {
    private let lock = NSLock()
    private var running: (started: Date, session: Session)?
    private let moment: TimeInterval

    /// - Parameter moment: in seconds.
    package init(after moment: TimeInterval) {
        self.moment = moment
        let thread = Thread { [weak self] in
            while let self {
                self.stopWhatIsLate()
                Thread.sleep(forTimeInterval: 0.05)
            }
        }
        thread.start()
    }

    /// What `body` gives, which works for `session`. A stop that came is forgotten afterwards.
    package func run<Value>(_ session: Session, _ body: () throws -> Value) rethrows -> Value {
        lock.withLock { running = (Date(), session) }
        defer {
            lock.withLock { running = nil }
            session.stop.clear()
        }
        return try body()
    }

    private func stopWhatIsLate() {
        lock.withLock {
            if let running, running.started.timeIntervalSinceNow < -moment { running.session.stop.request() }
        }
    }
}
