internal import Platform

/// A moment on a clock that never jumps, in milliseconds.
typealias Milliseconds = Int

extension Milliseconds {
    static var now: Milliseconds {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
