internal import Foundation
internal import SessionSafety

/// Runs a body on a thread as cells have it, with much stack, for the session of the caller; gives what it gives.
package func onDeepStack<Result>(_ body: @escaping () -> Result) -> Result {
    // The caller waits: one thread at a time has what the body uses.
    nonisolated(unsafe) let body = body
    nonisolated(unsafe) var result: Result?
    let done = DispatchSemaphore(value: 0)
    BackgroundThread.start(stackBytes: 64 << 20) {
        result = body()
        done.signal()
    }
    done.wait()
    guard let result else { preconditionFailure("the body has run") }
    return result
}
