internal import Synchronization

extension StopFlag {
    private static let countingBit = 1
    private static let shortageBit = 2

    /// How often `body`, and what other threads do meanwhile for the session, looked at the flag.
    ///
    /// ```swift
    /// let (result, looks) = interpreter.session.stop.countingLooks { interpreter.run(cell) }
    /// ```
    /// For tests of long work, which say so that a stop would be noticed in time, without a clock. One at a time.
    package func countingLooks<Value>(_ body: () throws -> Value) rethrows -> (value: Value, looks: Int) {
        looks.store(0, ordering: .relaxed)
        unusual.bitwiseOr(Self.countingBit, ordering: .relaxed)
        defer { unusual.bitwiseAnd(~Self.countingBit, ordering: .relaxed) }
        let value = try body()
        return (value, looks.load(ordering: .relaxed))
    }

    /// Counts the look if looks are counted, and says whether the work at hand is to end for want of memory.
    @inline(never) @usableFromInline
    func sees() -> Bool {
        let unusual = unusual.load(ordering: .relaxed)
        if unusual & Self.countingBit != 0 { looks.add(1, ordering: .relaxed) }
        return unusual & Self.shortageBit != 0
    }

    // MARK: No memory to go on with

    /// Ends the work at hand as a stop does, because it has used up the memory: for where nothing can be thrown.
    package func end(for shortage: MemoryShortage) {
        reason.withLock { $0 = shortage }
        unusual.bitwiseOr(Self.shortageBit, ordering: .releasing)
    }

    /// Says that the work that was ended is over; the next is to go on.
    package func forgetShortage() {
        guard unusual.load(ordering: .relaxed) != 0 else { return }
        unusual.bitwiseAnd(~Self.shortageBit, ordering: .relaxed)
        reason.withLock { $0 = nil }
    }

    /// What the work at hand has been ended for.
    var shortage: MemoryShortage? { unusual.load(ordering: .relaxed) == 0 ? nil : reason.withLock { $0 } }
}
