internal import JupyterProtocol
internal import Platform

extension MessageDate {
    /// What the clock on the wall shows.
    static var now: MessageDate {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return MessageDate(nanoseconds: time.tv_sec * 1_000_000_000 + time.tv_nsec)
    }
}
