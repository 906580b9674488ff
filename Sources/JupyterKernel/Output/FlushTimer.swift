internal import SessionSafety

/// A thread that sends waiting output while its cell computes.
final class FlushTimer: Sendable {
    private struct State {
        var publisher: OutputPublisher?
        var deadline: Milliseconds = 0
        var isStopped = false
    }

    private let state = Monitor(State())

    init() {
        BackgroundThread.start(stackBytes: 512 << 10) { [state] in
            while let publisher = Self.next(state) { Self.flush(publisher, state) }
        }
    }

    /// Has `publisher` asked at `deadline`. One publisher at a time is enough: one cell runs.
    func schedule(_ publisher: OutputPublisher, at deadline: Milliseconds) {
        state.change {
            if $0.publisher === publisher, $0.deadline <= deadline { return }
            $0.publisher = publisher
            $0.deadline = deadline
        }
    }

    func stop() { state.change { $0.isStopped = true } }

    /// Waits for the next publisher whose time has come; nil when stopped.
    private static func next(_ state: Monitor<State>) -> OutputPublisher? {
        while true {
            let deadline = state.wait { $0.isStopped ? .max : $0.publisher == nil ? nil : $0.deadline }
            if state.read({ $0.isStopped }) { return nil }
            let pause = deadline - .now
            if pause <= 0 { return state.read { $0.publisher } }
            // A stop or an earlier deadline ends the wait before its time.
            _ = state.wait(milliseconds: pause) { $0.isStopped || $0.deadline < deadline ? true : nil }
        }
    }

    private static func flush(_ publisher: OutputPublisher, _ state: Monitor<State>) {
        state.read { if $0.publisher === publisher { $0.publisher = nil } }
        if let deadline = publisher.flushDue() {
            state.change {
                guard $0.publisher == nil else { return }
                $0.publisher = publisher
                $0.deadline = deadline
            }
        }
    }
}
