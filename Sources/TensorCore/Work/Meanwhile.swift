internal import Dispatch
internal import SessionSafety
internal import Synchronization

/// Work that goes on while its starter does something else.
///
/// ```swift
/// let tokenizer = Meanwhile { try readTokenizer() }
/// let weights = try readWeights()
/// use(weights, try tokenizer.value())
/// ```
/// A stop ends the work where it looks at the flag, and whoever waits for it at once; when nobody asks for its value, it ends
/// by itself.
package final class Meanwhile<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let group = DispatchGroup()

    package init(_ work: @escaping @Sendable () throws -> Value) {
        let session = Session.current
        DispatchQueue.global().async(group: group) {
            let found = session.run { Result { try work() } }
            self.result.withLock { $0 = found }
        }
    }

    /// What the work gave, once it is done.
    /// - Throws: what the work threw; `Interrupted`.
    package func value() throws -> Value {
        while group.wait(timeout: .now() + .milliseconds(2)) == .timedOut { try Interruption.check() }
        guard let result = result.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
    }
}
