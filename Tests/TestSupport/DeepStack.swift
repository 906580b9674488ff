internal import Foundation

/// Cells run one at a time in a process: what tells them that their stack is low belongs to the one thread that runs them.
private let turn = NSLock()
private let mark = "runs cells"

/// Runs a body on a thread as cells have it, with much stack; gives what it gives. One body at a time, of all suites.
public func onDeepStack<Result>(_ body: @escaping () -> Result) -> Result {
    nonisolated(unsafe) let body = body
    nonisolated(unsafe) var result: Result?
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
        Thread.current.threadDictionary[mark] = true
        result = body()
        done.signal()
    }
    thread.stackSize = 64 << 20
    let isWithinAnother = Thread.current.threadDictionary[mark] != nil
    if !isWithinAnother { turn.lock() }
    defer { if !isWithinAnother { turn.unlock() } }
    thread.start()
    done.wait()
    guard let result else { preconditionFailure("the body has run") }
    return result
}
