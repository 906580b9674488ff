public import CThreadState
internal import Platform

/// How much stack the current thread has.
public enum ThreadStack {
    /// The lowest address that work may reach which can go as deep as its data.
    package static var limit: UInt {
        measure()
        let thread = thread_state_here()
        return thread.pointee.low_stack_start + thread.pointee.low_stack_size
    }

    /// Whether the stack is almost used up, so that what goes down a value level by level must not go on.
    @inlinable @inline(__always)
    public static var isLow: Bool {
        let thread = thread_state_here()
        var marker: UInt8 = 0
        let address = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
        return address &- thread.pointee.low_stack_start < thread.pointee.low_stack_size && isReallyLow(address)
    }

    /// A thread that has not asked before does not know its stack yet, and takes all of it for low.
    @inline(never) @usableFromInline
    static func isReallyLow(_ address: UInt) -> Bool {
        measure()
        let thread = thread_state_here()
        return address &- thread.pointee.low_stack_start < thread.pointee.low_stack_size
    }

    /// Runs `body`, after which the caller releases what was too deep to be released within it.
    package static func releasingLater<Value>(_ body: () throws -> Value) rethrows -> Value {
        let thread = thread_state_here()
        thread.pointee.releases_later += 1
        defer { thread.pointee.releases_later -= 1 }
        return try body()
    }

    /// Whether somebody further up the stack is within ``releasingLater(_:)``.
    package static var releasesLater: Bool { thread_state_here().pointee.releases_later > 0 }

    private static func measure() {
        let thread = thread_state_here()
        guard thread.pointee.low_stack_size == .max else { return }
        let (lowest, limit) = reserve
        (thread.pointee.low_stack_start, thread.pointee.low_stack_size) = (lowest, limit - lowest)
    }

    /// What is kept back for functions that do not look how deep they are: from the lowest address to the limit.
    private static var reserve: (lowest: UInt, limit: UInt) {
        if let (lowest, size) = stackOfThisThread { return (lowest, lowest + min(UInt(1) << 20, size / 4)) }
        // Where the system does not tell: four megabytes from here.
        var marker: UInt8 = 0
        let limit = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) } - UInt(4 << 20)
        return (limit - UInt(1 << 20), limit)
    }
}
