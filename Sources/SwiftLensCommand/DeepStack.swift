internal import Dispatch
internal import SessionSafety

/// A thread whose stack is deep enough for recursion in cells.
enum DeepStack {
    /// Runs `body` there and waits for it.
    static func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) throws -> Result {
        let (box, isDone) = (Box<Result>(), DispatchSemaphore(value: 0))
        let hasStarted = BackgroundThread.start(stackBytes: KernelProcess.stackBytes) {
            box.result = Swift.Result { try body() }
            isDone.signal()
        }
        guard hasStarted else { throw CommandError("the system gives no thread to run cells on") }
        isDone.wait()
        guard let result = box.result else { throw CommandError("the thread that runs cells ended early") }
        return try result.get()
    }

    /// Written before the semaphore is signalled, and read after by the thread that waits.
    private final class Box<Value: Sendable>: @unchecked Sendable { var result: Swift.Result<Value, any Error>? }
}
