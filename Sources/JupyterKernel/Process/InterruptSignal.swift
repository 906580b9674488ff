internal import Platform
internal import SessionSafety

/// SIGINT as the stop button of the process's own session.
package enum InterruptSignal {
    /// From now on SIGINT asks the running cell to stop; a closed pipe is an error, not the end.
    ///
    /// A server sends SIGINT also to an idle kernel, before every shutdown: the kernel survives it.
    /// - Parameter secondEndsProcess: For a terminal: a SIGINT that follows one which nobody has looked at ends the
    ///   process.
    package static func install(secondEndsProcess: Bool = false) {
        // Made before a handler asks for it.
        _ = Session.main
        let handler: @convention(c) (Int32) -> Void =
            secondEndsProcess ? requestOrEnd : { _ in Session.main.stop.request() }
        handle(SIGINT, with: handler)
        unblock()
        signal(SIGPIPE, SIG_IGN)
    }

    /// A parent that ignores or blocks SIGINT, as `nohup` and some job runners do, hands that on; this process listens.
    private static func unblock() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    private static let requestOrEnd: @convention(c) (Int32) -> Void = { _ in
        if Session.main.stop.isRequested { _exit(130) }
        Session.main.stop.request()
    }
}
