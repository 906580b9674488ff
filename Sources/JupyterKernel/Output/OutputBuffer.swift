internal import Display
internal import JupyterProtocol

/// Decides what a cell's output becomes on the wire: order, size and time, without a clock or a socket of its own.
///
/// Every call returns what is to be sent now; ``deadline`` says when to call ``due(at:)`` next.
struct OutputBuffer {
    private let limits: OutputLimits
    private var text = PendingText()
    private var updates = PendingUpdates()
    private var cap: StreamCap
    private var textDeadline: Milliseconds?

    init(limits: OutputLimits) {
        self.limits = limits
        cap = StreamCap(limits)
    }

    /// When something that waits wants to be sent.
    var deadline: Milliseconds? {
        guard let waiting = updates.deadline(interval: limits.updateMilliseconds) else { return textDeadline }
        return min(waiting, textDeadline ?? waiting)
    }

    /// Printed text waits for more, unless there is enough of it.
    mutating func write(_ new: String, to name: Stream.Name, at now: Milliseconds) -> [Output] {
        guard !new.isEmpty else { return [] }
        var ready: [Output] = []
        if cap.hasRoom(for: new), !text.isOther(name) {
            cap.count(new)
            text.append(new, to: name)
        } else {
            for piece in cap.admit(new, name) {
                if text.isOther(piece.name) { ready += takeText() }
                text.append(piece.text, to: piece.name)
            }
        }
        if text.byteCount > limits.streamMessageBytes {
            ready += text.takeFull(pieceBytes: limits.streamMessageBytes)
            textDeadline = nil
        }
        if !text.isEmpty, textDeadline == nil { textDeadline = now + limits.flushMilliseconds }
        return ready
    }

    /// A new output goes after everything before it.
    mutating func show(_ bundle: MIMEBundle, id: String?, at now: Milliseconds) -> [Output] {
        let before = takeText() + updates.takeAll(at: now)
        if let id { updates.sent(id, at: now) }
        return before + [.display(bundle, id: id)]
    }

    /// An update replaces one of the same id that still waits; the first one goes at once.
    mutating func update(_ bundle: MIMEBundle, id: String, at now: Milliseconds) -> [Output] {
        guard updates.isAllowed(id, at: now, interval: limits.updateMilliseconds) else {
            updates.hold(bundle, id)
            return []
        }
        updates.sent(id, at: now)
        return takeText() + [.update(bundle, id: id)]
    }

    /// The last update of an id waits for nothing.
    mutating func finish(_ bundle: MIMEBundle, id: String, at now: Milliseconds) -> [Output] {
        updates.sent(id, at: now)
        return takeText() + [.update(bundle, id: id)]
    }

    /// After this the cell may print as much again: what it printed is gone.
    mutating func clear(wait: Bool, at now: Milliseconds) -> [Output] {
        let before = takeText() + updates.takeAll(at: now)
        cap = StreamCap(limits)
        return before + [.clear(wait: wait)]
    }

    /// What has waited long enough.
    mutating func due(at now: Milliseconds) -> [Output] {
        let isTextDue = textDeadline.map { $0 <= now } ?? false
        let dueUpdates = updates.takeDue(at: now, interval: limits.updateMilliseconds)
        return (isTextDue || !dueUpdates.isEmpty ? takeText() : []) + dueUpdates
    }

    /// Everything that waits.
    mutating func flush(at now: Milliseconds) -> [Output] { takeText() + updates.takeAll(at: now) }

    /// Everything that waits, and the end of a text that was too long.
    mutating func finish(at now: Milliseconds) -> [Output] {
        for piece in cap.takeTail() { text.append(piece.text, to: piece.name) }
        return flush(at: now)
    }

    private mutating func takeText() -> [Output] {
        textDeadline = nil
        return text.take(pieceBytes: limits.streamMessageBytes)
    }
}
