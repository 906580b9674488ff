public import Foundation
public import SessionSafety

/// Presses the stop button when a cell runs longer than a moment: for searches whose cells need not end.
///
/// ```swift
/// late.run { interpreter.run(cell) }
/// ```
public final class LateCells: @unchecked Sendable {
    private let lock = NSLock()
    private var started: Date?
    private let moment: TimeInterval

    /// - Parameter moment: in seconds.
    public init(after moment: TimeInterval) {
        self.moment = moment
        let thread = Thread { [weak self] in
            while let self {
                self.stopWhatIsLate()
                Thread.sleep(forTimeInterval: 0.05)
            }
        }
        thread.start()
    }

    /// What `body` gives. A stop that came is forgotten afterwards.
    public func run<Value>(_ body: () throws -> Value) rethrows -> Value {
        lock.withLock { started = Date() }
        defer {
            lock.withLock { started = nil }
            Interruption.clear()
        }
        return try body()
    }

    private func stopWhatIsLate() {
        lock.withLock { if let started, started.timeIntervalSinceNow < -moment { Interruption.request() } }
    }
}
