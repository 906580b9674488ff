internal import Platform

/// Threads with a stack of a chosen size.
public enum BackgroundThread {
    /// Runs `body` on a new thread, for the session that the calling thread works for; with a smaller stack when the system
    /// has no room for the one asked for.
    /// - Returns: false when no thread could be made at all.
    @discardableResult
    public static func start(stackBytes: Int, _ body: @escaping @Sendable () -> Void) -> Bool {
        let session = Session.current
        var size = stackBytes
        while size >= smallestStack {
            if startThread(stackBytes: size, { session.run(body) }) { return true }
            size /= 2
        }
        return false
    }

    private static let smallestStack = 256 << 10
}
