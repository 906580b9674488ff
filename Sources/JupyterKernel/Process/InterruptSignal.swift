internal import SessionSafety
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// SIGINT as the stop button.
public enum InterruptSignal {
    /// From now on SIGINT asks the running cell to stop and does nothing else; a closed pipe is an error, not the end.
    ///
    /// A server sends SIGINT also to an idle kernel, before every shutdown: the kernel survives it.
    public static func install() {
        var action = sigaction()
        #if canImport(Glibc)
        action.__sigaction_handler.sa_handler = { _ in Interruption.request() }
        #else
        action.__sigaction_u.__sa_handler = { _ in Interruption.request() }
        #endif
        action.sa_flags = Int32(SA_RESTART)
        sigaction(SIGINT, &action, nil)
        signal(SIGPIPE, SIG_IGN)
    }
}
