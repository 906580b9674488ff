internal import COpenBLAS
internal import Platform

/// The memory that OpenBLAS multiplies in: for each thread 128 MB of addresses, of which few are ever touched.
///
/// OpenBLAS takes a buffer when a thread first needs one, and asks again for ever where there is none. So a process with a
/// limit on its addresses takes them at its start.
package enum MatrixBuffers {
    /// As many threads as may multiply where a process has so many bytes of addresses: a quarter of them goes to buffers.
    package static func threadCount(withinAddresses bytes: Int) -> Int {
        min(MatrixProduct.threadCount, max(1, bytes / 4 / (buffersPerThread * bytesPerBuffer)))
    }

    /// Takes the buffers of all threads, to be kept for the products to come; false where that would leave less than `rest`
    /// bytes of addresses for everything else.
    package static func reserve(leaving rest: Int) -> Bool {
        guard let take = function("blas_memory_alloc", (@convention(c) (Int32) -> UnsafeMutableRawPointer?).self),
            let giveBack = function("blas_memory_free", (@convention(c) (UnsafeMutableRawPointer) -> Void).self)
        else { return true }
        let threads = MatrixProduct.threadCount
        let counts = [threads == 1 ? 1 : threads * buffersPerThread, threads, 1]
        guard let count = counts.first(where: { canTake($0 * bytesPerBuffer + rest) }) else { return false }
        for buffer in (0..<count).map({ _ in take(0) }) { if let buffer { giveBack(buffer) } }
        return true
    }

    /// One for OpenBLAS's own thread and one for a thread that calls it.
    private static let buffersPerThread = 2
    private static let bytesPerBuffer = 128 << 20

    /// Whether so many bytes of addresses can be had now.
    private static func canTake(_ bytes: Int) -> Bool {
        let flags = MAP_PRIVATE | MAP_ANON | MAP_NORESERVE
        guard let start = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0), start != MAP_FAILED else {
            return false
        }
        munmap(start, bytes)
        return true
    }

    private static func function<F>(_ name: String, _ type: F.Type) -> F? {
        dlsym(nil, name).map { unsafeBitCast($0, to: type) }
    }
}
