#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Threads with a stack of a chosen size.
public enum BackgroundThread {
    /// Runs `body` on a new thread, for the session that the calling thread works for; with a smaller stack when the system
    /// has no room for the one asked for.
    /// - Returns: false when no thread could be made at all.
    @discardableResult
    public static func start(stackBytes: Int, _ body: @escaping @Sendable () -> Void) -> Bool {
        var size = stackBytes
        while size >= smallestStack {
            if create(stackBytes: size, body) { return true }
            size /= 2
        }
        return false
    }

    private static let smallestStack = 256 << 10

    private static func create(stackBytes: Int, _ body: @escaping @Sendable () -> Void) -> Bool {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackBytes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let session = Session.current
        let box = Unmanaged.passRetained(ThreadBody { session.run(body) })
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
