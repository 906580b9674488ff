internal import Platform
internal import SessionSafety

/// Notices that the program which started this process is gone, so that no kernel is left behind.
package struct ParentWatch: Sendable {
    private let watched: pid_t
    private let parentAtStart: pid_t

    /// Watches the process that `JPY_PARENT_PID` names; nil when a front end did not say.
    package init?(environment: [String: String]) {
        guard let text = environment["JPY_PARENT_PID"], let pid = pid_t(text), pid > 1 else { return nil }
        watched = pid
        parentAtStart = getppid()
    }

    /// Watches the process that this process's environment names.
    package init?() {
        guard let text = getenv("JPY_PARENT_PID") else { return nil }
        self.init(environment: ["JPY_PARENT_PID": String(cString: text)])
    }

    /// Whether it still lives. A parent that ended is replaced by another one, usually process 1.
    package var isAlive: Bool {
        getppid() == parentAtStart && !(kill(watched, 0) != 0 && errno == ESRCH)
    }

    /// Ends this process soon after the watched one is gone; looks twice a second, on a thread of its own.
    package func endWithParent() {
        BackgroundThread.start(stackBytes: 256 << 10) {
            while isAlive { usleep(500_000) }
            _exit(0)
        }
    }
}
