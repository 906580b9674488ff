internal import SessionSafety
internal import Synchronization

/// How many multiplications with an addition a session's matrix products make, for tests of what work costs, without a clock.
package final class MultiplyAdds: SessionPart {
    private let count = Atomic<Int>(0)

    package init() {}

    /// The result of `body`, which is run in a session of its own, and what it and other threads multiply for it.
    ///
    /// ```swift
    /// let (product, count) = try MultiplyAdds.counting { try a.matmul(b) }
    /// ```
    package static func counting<Value>(_ body: () throws -> Value) rethrows -> (value: Value, count: Int) {
        counters.add(1, ordering: .relaxed)
        defer { counters.subtract(1, ordering: .relaxed) }
        let session = Session()
        let value = try session.run(body)
        return (value, of(session).count.load(ordering: .relaxed))
    }

    /// So many count now, which is nearly always nobody: a product looks at nothing else then.
    private static let counters = Atomic<Int>(0)

    static func add(_ number: @autoclosure () -> Int) {
        guard counters.load(ordering: .relaxed) > 0 else { return }
        current.count.add(number(), ordering: .relaxed)
    }
}
