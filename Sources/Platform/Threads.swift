#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Runs `body` on a new thread with a stack of so many bytes; false where there is no room for it.
package func startThread(stackBytes: Int, _ body: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackBytes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let box = Unmanaged.passRetained(ThreadBody(body))
    #if canImport(Glibc)
        var thread = pthread_t()
    #else
        var thread: pthread_t?
    #endif
    guard pthread_create(&thread, &attributes, runThreadBody, box.toOpaque()) == 0 else {
        box.release()
        return false
    }
    return true
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

#if canImport(Glibc)
    private func runThreadBody(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let argument { Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
    }
#else
    private func runThreadBody(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
        return nil
    }
#endif

// MARK: The stack of a thread

#if canImport(Glibc)
    /// The current thread's stack, from its lowest address on; nil where the system does not tell.
    package var stackOfThisThread: (lowest: UInt, size: UInt)? {
        var attributes = pthread_attr_t()
        guard let attributesOfThread, attributesOfThread(pthread_self(), &attributes) == 0 else { return nil }
        defer { pthread_attr_destroy(&attributes) }
        var address: UnsafeMutableRawPointer?
        var size = 0
        guard pthread_attr_getstack(&attributes, &address, &size) == 0, let address else { return nil }
        return (UInt(bitPattern: address), UInt(size))
    }

    /// The C library's own name for it is not in Swift's view of the C library, so it is looked up by name.
    private let attributesOfThread: GetAttributes? = dlsym(nil, "pthread_getattr_np").map {
        unsafeBitCast($0, to: GetAttributes.self)
    }
    private typealias GetAttributes = @convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> Int32
#else
    /// The current thread's stack, from its lowest address on.
    package var stackOfThisThread: (lowest: UInt, size: UInt)? {
        let size = UInt(pthread_get_stacksize_np(pthread_self()))
        let highest = UInt(bitPattern: pthread_get_stackaddr_np(pthread_self()))
        return (highest - size, size)
    }
#endif
