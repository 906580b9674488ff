#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How many heaps the C library keeps.
package enum HeapArenas {
    /// Has all threads share one heap, for a process whose address space is limited. Called before there are other threads.
    ///
    /// glibc gives each thread a heap in blocks of 64 MB of addresses. Where no such block is left, a page of its own goes
    /// with each small object, and the process ends long before its limit is used.
    package static func share() {
        #if canImport(Glibc)
            guard let symbol = dlsym(nil, "mallopt") else { return }
            let mallopt = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
            let mostArenas = Int32(-8)
            _ = mallopt(mostArenas, 1)
        #endif
    }
}
