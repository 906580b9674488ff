internal import Synchronization

extension Interruption {
    private static let isCounting = Atomic<Bool>(false)
    private static let looks = Atomic<Int>(0)

    /// How often `body`, and what other threads do meanwhile, looked at the stop flag.
    ///
    /// ```swift
    /// let (json, looks) = try Interruption.countingLooks { tensor.toJSON() }
    /// ```
    /// For tests of long work, which say so that a stop would be noticed in time, without a clock. One at a time.
    package static func countingLooks<Value>(_ body: () throws -> Value) rethrows -> (value: Value, looks: Int) {
        looks.store(0, ordering: .relaxed)
        isCounting.store(true, ordering: .relaxed)
        defer { isCounting.store(false, ordering: .relaxed) }
        let value = try body()
        return (value, looks.load(ordering: .relaxed))
    }

    /// Costs next to nothing while nobody counts.
    @inline(__always)
    static func noteLook() {
        if isCounting.load(ordering: .relaxed) { looks.add(1, ordering: .relaxed) }
    }
}
