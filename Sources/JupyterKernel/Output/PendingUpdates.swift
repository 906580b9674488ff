internal import Display

/// The newest update of each display that was updated again too soon.
struct PendingUpdates {
    private var lastSent: [String: Milliseconds] = [:]
    private var waiting: [(id: String, bundle: MIMEBundle)] = []

    /// Whether an update of `id` may go at once.
    func isAllowed(_ id: String, at now: Milliseconds, interval: Int) -> Bool {
        guard let last = lastSent[id] else { return true }
        return now - last >= interval
    }

    mutating func sent(_ id: String, at now: Milliseconds) {
        lastSent[id] = now
        waiting.removeAll { $0.id == id }
    }

    mutating func hold(_ bundle: MIMEBundle, _ id: String) {
        if let place = waiting.firstIndex(where: { $0.id == id }) {
            waiting[place].bundle = bundle
        } else {
            waiting.append((id, bundle))
        }
    }

    /// When the first of those that wait may go.
    func deadline(interval: Int) -> Milliseconds? {
        guard !waiting.isEmpty else { return nil }
        return waiting.map { (lastSent[$0.id] ?? 0) + interval }.min()
    }

    mutating func takeDue(at now: Milliseconds, interval: Int) -> [Output] {
        let allowed = Set(waiting.map(\.id).filter { isAllowed($0, at: now, interval: interval) })
        return take(at: now, where: allowed.contains)
    }

    mutating func takeAll(at now: Milliseconds) -> [Output] { take(at: now) { _ in true } }

    private mutating func take(at now: Milliseconds, where isWanted: (String) -> Bool) -> [Output] {
        let taken = waiting.filter { isWanted($0.id) }
        for update in taken { sent(update.id, at: now) }
        return taken.map { .update($0.bundle, id: $0.id) }
    }
}
