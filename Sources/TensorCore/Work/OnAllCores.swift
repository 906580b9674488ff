internal import Dispatch
internal import SessionSafety
internal import Synchronization

/// The results of `body` for the numbers below `count`, which are worked on at the same time, in their order.
///
/// ```swift
/// let blocks = try onAllCores(cfg.nLayers) { layer in try readBlock(layer) }
/// ```
/// - Throws: the first error of a `body`, one reported through `Fault` included; those that have not begun by then don't begin.
package func onAllCores<Result: Sendable>(_ count: Int, _ body: (Int) throws -> Result) throws -> [Result] {
    let state = Mutex((results: [Result?](repeating: nil, count: count), error: (any Error)?.none))
    let (session, isStoppable) = (Session.current, !Interruption.isIgnored)
    withoutActuallyEscaping(body) { body in
        // It is over when this function returns; what it shares with its caller is the caller's to guard.
        nonisolated(unsafe) let body = body
        atOnce(count) { number in
            guard state.withLock({ $0.error == nil }) else { return }
            do {
                let result = try session.run {
                    try Fault.catching { try isStoppable ? body(number) : Interruption.ignored { try body(number) } }
                }
                state.withLock { $0.results[number] = result }
            } catch {
                state.withLock { $0.error = $0.error ?? error }
            }
        }
    }
    let (results, error) = state.withLock { ($0.results, $0.error) }
    if let error { throw error }
    return results.compactMap { $0 }
}

private func atOnce(_ count: Int, _ share: @Sendable (Int) -> Void) {
    if !AwakeCores.perform(count, share) { DispatchQueue.concurrentPerform(iterations: count, execute: share) }
}
