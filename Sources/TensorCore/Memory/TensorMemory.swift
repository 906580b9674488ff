internal import Platform

/// The memory behind all tensors of the process.
package enum TensorMemory {
    /// Gives back to the system what is kept for later tensors, as after work whose sizes won't come again, and what the
    /// C library keeps of freed arrays.
    package static func releaseUnused() {
        MemoryPool.shared.releaseUnused()
        _ = trim?(0)
    }

    /// How many bytes are kept for later tensors.
    package static var keptByteCount: Int { MemoryPool.shared.keptByteCount }

    /// Keeps up to 1 GB for later tensors while `body` goes on, as for runs of which each keeps what its gradient needs.
    ///
    /// ```swift
    /// try TensorMemory.keepingMore { for step in 0..<steps { try add(step) } }
    /// ```
    /// Memory that comes fresh from the system is cleared first, which takes longer than most of what is done with it.
    package static func keepingMore<Result>(_ body: () throws -> Result) rethrows -> Result {
        try MemoryPool.shared.keepingMore(body)
    }

    /// Has the C library keep freed arrays of up to 8 MB for the next ones, before work that makes many.
    ///
    /// glibc takes an array that is larger than any freed before from the system, page by page, and gives it back at once;
    /// what it keeps would follow from the largest that it happened to see.
    package static func keepFreedArrays() { isKeeping }

    /// Once for the process: glibc's thresholds for blocks of their own, and for giving back the end of a heap.
    private static let isKeeping: Void = {
        guard let symbol = dlsym(nil, "mallopt") else { return }
        let mallopt = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
        let (trimThreshold, mapThreshold) = (Int32(-1), Int32(-3))
        _ = mallopt(mapThreshold, 8 << 20)
        _ = mallopt(trimThreshold, 16 << 20)
    }()

    /// glibc's `malloc_trim`, which its Swift module leaves out; nil elsewhere.
    private static let trim: (@convention(c) (Int) -> Int32)? = {
        guard let symbol = dlsym(nil, "malloc_trim") else { return nil }
        return unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)
    }()
}
