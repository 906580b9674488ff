#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The memory behind all tensors of the process.
package enum TensorMemory {
    /// Gives back to the system what is kept for later tensors, as after work whose sizes won't come again, and what the
    /// C library keeps of freed arrays.
    package static func releaseUnused() {
        MemoryPool.shared.releaseUnused()
        _ = trim?(0)
    }

    /// glibc's `malloc_trim`, which its Swift module leaves out; nil elsewhere.
    private static let trim: (@convention(c) (Int) -> Int32)? = {
        guard let symbol = dlsym(nil, "malloc_trim") else { return nil }
        return unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)
    }()
}
