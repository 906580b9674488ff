internal import Foundation

/// Runs a body on a thread as cells have it, with much stack; gives what it gives.
public func onDeepStack<Result>(_ body: @escaping () -> Result) -> Result {
    nonisolated(unsafe) let body = body
    nonisolated(unsafe) var result: Result?
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
        result = body()
        done.signal()
    }
    thread.stackSize = 64 << 20
    thread.start()
    done.wait()
    guard let result else { preconditionFailure("the body has run") }
    return result
}
