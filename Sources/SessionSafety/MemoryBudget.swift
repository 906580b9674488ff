public import CThreadState
internal import Synchronization

/// What may still be allocated, asked for before anything large is made.
///
/// ```swift
/// try MemoryBudget.check(bytes: count * MemoryLayout<Float>.stride)      // throws MemoryShortage
/// let values = [Float](repeating: 0, count: count)
/// ```
/// Under a memory limit an array that does not fit ends the process; asked for here first, it is an error that names the
/// limit. Cheap enough for every allocation of a loop: the limits are only read when what was granted since the last
/// reading is used up, which is every 64 MB, and more often the less is left.
public enum MemoryBudget {
    /// What may be granted before the limits are read again, in bytes.
    private static let granted = Atomic<Int>(0)
    private static let mostGranted = 64 << 20
    /// So much is left alone: an error has to be told, and the next cell has to run.
    private static let reserve = 16 << 20

    /// Returns when `bytes` more can be had.
    /// - Throws: ``MemoryShortage``, which names the limit and both sizes. A negative size stands for one that does not
    ///   fit in an integer.
    package static func check(bytes: Int) throws(MemoryShortage) {
        if bytes >= 0, granted.subtract(min(bytes, mostGranted + 1), ordering: .relaxed).newValue >= 0 { return }
        try read(bytes: bytes)
    }

    /// The same for `count` values of `stride` bytes each.
    ///
    /// ```swift
    /// try MemoryBudget.check(count, of: MemoryLayout<Float>.stride)
    /// ```
    package static func check(_ count: Int, of stride: Int) throws(MemoryShortage) {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: stride)
        try check(bytes: overflow ? -1 : bytes)
    }

    /// How many bytes of small things may be made before this is asked again: the limits are read each time.
    ///
    /// A page may go with each of them where the address space is short of room for a heap, so it is little of what is left.
    package static func smallThings() throws(MemoryShortage) -> Int {
        let (limit, available) = MemoryLimit.tightest
        if available < reserve { releases.withLock { $0 }.forEach { $0() } }
        let left = (available < reserve ? MemoryLimit.tightest.available : available) - reserve
        // What was granted to large things before is not more than what is left now.
        granted.min(max(0, left) / 8, ordering: .relaxed)
        guard left > 0 else { throw MemoryShortage(bytes: 0, available: 0, limit: limit) }
        return min(mostGranted, left / 128)
    }

    /// How many bytes of small things this thread may make before it asks ``smallThings()``.
    package static var smallThingsLeft: Int {
        get { thread_state_here().pointee.allowance }
        set { thread_state_here().pointee.allowance = newValue }
    }

    /// The same when `bytes` more are made.
    @inlinable @inline(__always)
    public static func smallThingsLeft(after bytes: Int) -> Int {
        let thread = thread_state_here()
        thread.pointee.allowance &-= bytes
        return thread.pointee.allowance
    }

    /// The error for `bytes` that the system has refused.
    package static func shortage(of bytes: Int) -> MemoryShortage {
        let (limit, available) = MemoryLimit.tightest
        return MemoryShortage(bytes: bytes, available: available, limit: limit)
    }

    /// Has `release` run before a request is refused, to give back what was only kept for later.
    package static func beforeRefusing(_ release: @escaping @Sendable () -> Void) {
        releases.withLock { $0.append(release) }
    }

    private static let releases = Mutex<[@Sendable () -> Void]>([])

    private static func read(bytes: Int) throws(MemoryShortage) {
        if refusal(bytes) == nil { return }
        releases.withLock { $0 }.forEach { $0() }
        if let shortage = refusal(bytes) { throw shortage }
    }

    /// Holds `bytes` against the limits, and grants what follows a part of what is left.
    private static func refusal(_ bytes: Int) -> MemoryShortage? {
        let (limit, available) = MemoryLimit.tightest
        let wanted = bytes < 0 ? Int.max : bytes
        let left = available - min(reserve, available / 4)
        guard wanted <= left else {
            granted.store(0, ordering: .relaxed)
            return MemoryShortage(bytes: wanted, available: left, limit: limit)
        }
        granted.store(min(mostGranted, (left - wanted) / 8), ordering: .relaxed)
        return nil
    }
}

/// Thrown where more memory is asked for than can be had.
public struct MemoryShortage: Error, Hashable, CustomStringConvertible {
    /// How many bytes were asked for; `Int.max` for more than can be counted, 0 for the next of many small things.
    public let bytes: Int
    /// How many can be had.
    public let available: Int
    /// What leaves no more.
    public let limit: MemoryLimit

    public init(bytes: Int, available: Int, limit: MemoryLimit) {
        (self.bytes, self.available, self.limit) = (bytes, available, limit)
    }

    public var description: String {
        if bytes == 0 { return "\(limit) leaves no more memory; let go of what is no longer needed" }
        let wanted = bytes == Int.max ? "more memory than can be counted is" : "\(Self.size(bytes)) of memory are"
        return "\(wanted) needed, and \(limit) leaves \(Self.size(available)); "
            + "make it smaller, or let go of what is no longer needed"
    }

    /// `700 MB`
    package static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<(1 << 20): "\(bytes) bytes"
        case ..<(10 << 30): "\(bytes >> 20) MB"
        default: "\(bytes >> 30) GB"
        }
    }
}
