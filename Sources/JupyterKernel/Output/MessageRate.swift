/// Counts what was sent in the last second.
struct MessageRate {
    private let limits: OutputLimits
    private var windowStart: Milliseconds = 0
    private var messages = 0
    private var bytes = 0

    init(_ limits: OutputLimits) { self.limits = limits }

    /// Notes a message and says how long to wait before the next one.
    mutating func count(_ output: Output, at now: Milliseconds) -> Milliseconds {
        if now - windowStart >= 1000 { (windowStart, messages, bytes) = (now, 0, 0) }
        messages += 1
        bytes += output.streamBytes
        let isOver = messages >= limits.messagesPerSecond || bytes >= limits.bytesPerSecond
        return isOver ? windowStart + 1000 - now : 0
    }
}
