internal import Platform

/// Writing to a pipe without a reader, or past the size that a process may write, sends a signal that ends the process.
enum WriteSignals {
    /// Runs `write` so that such a signal is swallowed; the call's own error says the same.
    static func held<Result>(_ write: () -> Result) -> Result {
        var (dangerous, before) = (sigset_t(), sigset_t())
        sigemptyset(&dangerous)
        sigaddset(&dangerous, SIGPIPE)
        sigaddset(&dangerous, SIGXFSZ)
        pthread_sigmask(SIG_BLOCK, &dangerous, &before)
        let result = write()
        for signal in [SIGPIPE, SIGXFSZ] where isPending(signal) && sigismember(&before, signal) == 0 {
            var only = sigset_t()
            sigemptyset(&only)
            sigaddset(&only, signal)
            var received: Int32 = 0
            sigwait(&only, &received)
        }
        pthread_sigmask(SIG_SETMASK, &before, nil)
        return result
    }

    private static func isPending(_ signal: Int32) -> Bool {
        var pending = sigset_t()
        return sigpending(&pending) == 0 && sigismember(&pending, signal) == 1
    }
}
