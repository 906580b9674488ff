internal import Synchronization

extension Interruption {
    private static let looks = Atomic<Int>(0)

    /// How often `body`, and what other threads do meanwhile, looked at the stop flag.
    ///
    /// ```swift
    /// let (json, looks) = try Interruption.countingLooks { tensor.toJSON() }
    /// ```
    /// For tests of long work, which say so that a stop would be noticed in time, without a clock. One at a time.
    package static func countingLooks<Value>(_ body: () throws -> Value) rethrows -> (value: Value, looks: Int) {
        looks.store(0, ordering: .relaxed)
        unusual.bitwiseOr(countingBit, ordering: .relaxed)
        defer { unusual.bitwiseAnd(~countingBit, ordering: .relaxed) }
        let value = try body()
        return (value, looks.load(ordering: .relaxed))
    }

    // MARK: What a look does beside looking for a stop, which is nearly always nothing

    private static let unusual = Atomic<Int>(0)
    private static let countingBit = 1
    private static let shortageBit = 2

    /// Costs next to nothing, and is false nearly always.
    @inline(__always)
    static var isUnusual: Bool { unusual.load(ordering: .relaxed) != 0 }

    /// Counts the look if looks are counted, and says whether the work at hand is to end for want of memory.
    @inline(never)
    static func sees() -> Bool {
        let unusual = unusual.load(ordering: .relaxed)
        if unusual & countingBit != 0 { looks.add(1, ordering: .relaxed) }
        return unusual & shortageBit != 0
    }

    // MARK: No memory to go on with

    private static let reason = Mutex<MemoryShortage?>(nil)

    /// Ends the work at hand as a stop does, because it has used up the memory: for where nothing can be thrown.
    package static func end(for shortage: MemoryShortage) {
        reason.withLock { $0 = shortage }
        unusual.bitwiseOr(shortageBit, ordering: .releasing)
    }

    /// Says that the work that was ended is over; the next is to go on.
    package static func forgetShortage() {
        guard isUnusual else { return }
        unusual.bitwiseAnd(~shortageBit, ordering: .relaxed)
        reason.withLock { $0 = nil }
    }

    /// What the work at hand has been ended for.
    static var shortage: MemoryShortage? { isUnusual ? reason.withLock { $0 } : nil }
}
