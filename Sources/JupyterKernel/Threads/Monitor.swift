internal import Platform

/// State that several threads share, and a place to wait until it has changed.
///
/// ```swift
/// let inbox = Monitor<[String]>([])
/// inbox.change { $0.append("hello") }                          // wakes who waits
/// let first = inbox.wait { $0.isEmpty ? nil : $0.removeFirst() }
/// ```
/// The state is used under the lock alone.
final class Monitor<State>: @unchecked Sendable {
    private var state: State
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(_ state: sending State) {
        self.state = state
        pthread_mutex_init(mutex, nil)
        makeCondition(condition)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Reads or changes the state without waking anybody.
    func read<Result>(_ body: (inout State) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&state)
    }

    /// Changes the state and wakes everybody who waits; after the lock is free, or they would only wait for that.
    func change<Result>(_ body: (inout State) -> Result) -> Result {
        let result = read(body)
        pthread_cond_broadcast(condition)
        return result
    }

    /// Waits until `body` returns something.
    func wait<Result>(_ body: (inout State) -> Result?) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let result = body(&state) { return result }
            pthread_cond_wait(condition, mutex)
        }
    }

    /// Waits until `body` returns something, at most `milliseconds`; nil when the time is over.
    func wait<Result>(milliseconds: Int, _ body: (inout State) -> Result?) -> Result? {
        let end = Milliseconds.now + milliseconds
        let moment = timespec(tv_sec: end / 1000, tv_nsec: end % 1000 * 1_000_000)
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let result = body(&state) { return result }
            if !Platform.wait(on: condition, mutex, until: moment) { return body(&state) }
        }
    }
}
