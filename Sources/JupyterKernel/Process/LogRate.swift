/// Bounds a log that a stranger can fill: some lines at once, then fewer and fewer for as long as they keep coming.
struct LogRate {
    private static let linesPerWindow = 20
    private static let shortestWindow: Milliseconds = 10_000
    private static let longestWindow: Milliseconds = 3_600_000
    private static let longestLine = 300

    private var windowStart: Milliseconds?
    private var window = shortestWindow
    private var count = 0
    private var leftOut = 0

    /// What to write for `line`: nothing, the line, or before it how many were left out.
    mutating func admit(_ line: String, at now: Milliseconds) -> [String] {
        let note = windowStart.map { now - $0 >= window } ?? true ? open(at: now) : []
        guard count < Self.linesPerWindow else {
            leftOut += 1
            return note
        }
        count += 1
        return note + [line.utf8.count > Self.longestLine ? line.prefix(Self.longestLine) + "…" : line]
    }

    /// A window that was too small for what came is followed by a longer one.
    private mutating func open(at now: Milliseconds) -> [String] {
        defer { (windowStart, count, leftOut) = (now, 0, 0) }
        window = leftOut > 0 ? min(2 * window, Self.longestWindow) : Self.shortestWindow
        return leftOut > 0 ? ["\(leftOut) more lines like these were left out"] : []
    }
}
