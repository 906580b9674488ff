internal import Dispatch
internal import SessionSafety
internal import Synchronization

/// Runs one long call of an outside library, which cannot be stopped, so that the caller can be.
///
/// ```swift
/// let s = try Abandonable.run { decompose(matrix) }      // one LAPACK call of seconds
/// ```
/// The call runs on a thread of its own. When a stop is asked for, the caller throws at once and the thread works on
/// alone: what it reads and writes belongs to `body`, nobody sees its result, and its memory goes when it is done. The
/// next such call waits for it, which can be stopped too, so that there is never more than one.
enum Abandonable {
    private static let isRunning = DispatchSemaphore(value: 1)

    /// - Parameter body: uses nothing that others could change meanwhile; what it allocates is given back by itself.
    /// - Throws: `Interrupted`; what `body` throws.
    static func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) throws -> Result {
        if Interruption.isIgnored { return try body() }
        try wait(for: isRunning)
        let result = Box<Result>()
        let isDone = DispatchSemaphore(value: 0)
        let isStarted = BackgroundThread.start(stackBytes: 8 << 20) {
            result.set { try body() }
            isRunning.signal()
            isDone.signal()
        }
        guard isStarted else {
            isRunning.signal()
            return try body()
        }
        try wait(for: isDone)
        guard let result = result.value else { throw Interrupted() }
        return try result.get()
    }

    private static func wait(for semaphore: DispatchSemaphore) throws {
        try Interruption.check()
        while semaphore.wait(timeout: .now() + .milliseconds(2)) == .timedOut { try Interruption.check() }
    }

    private final class Box<Value: Sendable>: Sendable {
        private let stored = Mutex<Swift.Result<Value, any Error>?>(nil)
        var value: Swift.Result<Value, any Error>? { stored.withLock { $0 } }
        func set(_ body: () throws -> Value) {
            let result = Swift.Result { try body() }
            stored.withLock { $0 = result }
        }
    }
}
