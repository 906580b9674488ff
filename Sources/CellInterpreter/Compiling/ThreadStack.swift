#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How much stack the current thread has.
enum ThreadStack {
    /// The lowest address that cells may reach: what lies below is left to the library's own functions.
    static var limit: UInt { reserve.limit }

    /// What is left to the library: from the lowest address to the limit.
    static var reserve: (lowest: UInt, limit: UInt) {
        if let (lowest, size) = bounds { return (lowest, lowest + min(UInt(1) << 20, size / 4)) }
        // Where the system does not tell: four megabytes from here.
        var marker: UInt8 = 0
        let limit = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) } - UInt(4 << 20)
        return (limit - UInt(1 << 20), limit)
    }

    #if canImport(Glibc)
        /// The C library's own name for it is not in Swift's view of the C library, so it is looked up by name.
        private static let attributesOfThread: GetAttributes? = dlsym(nil, "pthread_getattr_np").map {
            unsafeBitCast($0, to: GetAttributes.self)
        }
        private typealias GetAttributes = @convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> Int32

        private static var bounds: (lowest: UInt, size: UInt)? {
            var attributes = pthread_attr_t()
            guard let attributesOfThread, attributesOfThread(pthread_self(), &attributes) == 0 else { return nil }
            defer { pthread_attr_destroy(&attributes) }
            var address: UnsafeMutableRawPointer?
            var size = 0
            guard pthread_attr_getstack(&attributes, &address, &size) == 0, let address else { return nil }
            return (UInt(bitPattern: address), UInt(size))
        }
    #else
        private static var bounds: (lowest: UInt, size: UInt)? {
            let size = UInt(pthread_get_stacksize_np(pthread_self()))
            let highest = UInt(bitPattern: pthread_get_stackaddr_np(pthread_self()))
            return (highest - size, size)
        }
    #endif
}
