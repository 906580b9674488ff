#if canImport(Glibc)
    package import Glibc
#else
    package import Darwin
#endif

/// Makes a condition whose timed waits go by the clock that never jumps: by the wall's clock a wait of milliseconds lasts
/// for minutes when somebody sets it back meanwhile.
package func makeCondition(_ condition: UnsafeMutablePointer<pthread_cond_t>) {
    #if canImport(Glibc)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        defer { pthread_condattr_destroy(&attributes) }
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
    #else
        pthread_cond_init(condition, nil)
    #endif
}

/// Waits on a condition of ``makeCondition(_:)`` until that clock shows `moment`; false when it does.
package func wait(
    on condition: UnsafeMutablePointer<pthread_cond_t>, _ mutex: UnsafeMutablePointer<pthread_mutex_t>,
    until moment: timespec
) -> Bool {
    #if canImport(Glibc)
        var moment = moment
        return pthread_cond_timedwait(condition, mutex, &moment) != ETIMEDOUT
    #else
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let left = max(0, (moment.tv_sec - now.tv_sec) * 1_000_000_000 + moment.tv_nsec - now.tv_nsec)
        var pause = timespec(tv_sec: left / 1_000_000_000, tv_nsec: left % 1_000_000_000)
        return pthread_cond_timedwait_relative_np(condition, mutex, &pause) != ETIMEDOUT
    #endif
}
