internal import Display
internal import JupyterProtocol
internal import Platform
internal import SessionSafety
internal import Synchronization

/// Publishes what one cell puts out: in order, coalesced, bounded.
final class OutputPublisher: Sendable {
    private struct State {
        var buffer: OutputBuffer
        var rate: MessageRate
        var isFinished = false
    }

    private let state: Mutex<State>
    private let sender: MessageSender
    private let parent: Message
    private let timer: FlushTimer?
    private let isSilent: Bool
    private let limits: OutputLimits

    /// - Parameter timer: Sends what has waited long enough while the cell computes; without one it waits for a flush.
    init(parent: Message, sender: MessageSender, timer: FlushTimer?, limits: OutputLimits, isSilent: Bool) {
        self.parent = parent
        self.sender = sender
        self.timer = timer
        self.isSilent = isSilent
        self.limits = limits
        state = Mutex(State(buffer: OutputBuffer(limits: limits), rate: MessageRate(limits)))
    }

    func write(_ text: String, to name: Stream.Name) { perform { $0.write(text, to: name, at: $1) } }
    func show(_ bundle: MIMEBundle, id: String?) { perform { $0.show(bundle, id: id, at: $1) } }
    func update(_ bundle: MIMEBundle, id: String) { perform { $0.update(bundle, id: id, at: $1) } }
    func finish(_ bundle: MIMEBundle, id: String) { perform { $0.finish(bundle, id: id, at: $1) } }
    func clear(wait: Bool) { perform { $0.clear(wait: wait, at: $1) } }

    /// Sends what waits.
    func flush() { perform { $0.flush(at: $1) } }

    /// Sends what has waited long enough, and says when to ask again.
    func flushDue() -> Milliseconds? {
        state.withLock { state in
            _ = send(state.buffer.due(at: .now), &state.rate)
            return state.buffer.deadline
        }
    }

    /// Sends all that is left. Output that comes later, from a thread of the cell, is sent as it comes.
    func finish() {
        state.withLock { state in
            _ = send(state.buffer.finish(at: .now), &state.rate)
            state.isFinished = true
        }
    }

    private func perform(_ action: (inout OutputBuffer, Milliseconds) -> [Output]) {
        guard !isSilent else { return }
        let pause = state.withLock { state -> Milliseconds in
            let earlier = state.buffer.deadline ?? .max
            var outputs = action(&state.buffer, .now)
            if state.isFinished { outputs += state.buffer.flush(at: .now) }
            let pause = send(outputs, &state.rate)
            if let deadline = state.buffer.deadline, deadline < earlier { timer?.schedule(self, at: deadline) }
            return pause
        }
        if pause > 0 { Self.sleep(pause) }
    }

    /// Sends outputs; called with the lock held, so that nothing overtakes.
    private func send(_ outputs: [Output], _ rate: inout MessageRate) -> Milliseconds {
        var pause = 0
        for output in outputs {
            sender.publish(output, answering: parent, within: limits)
            pause = rate.count(output, at: .now)
        }
        return pause
    }

    /// Holds a cell back that sends too fast; a stop ends the wait.
    private static func sleep(_ milliseconds: Milliseconds) {
        let end = Milliseconds.now + milliseconds
        while Milliseconds.now < end, !Interruption.isRequested { usleep(5000) }
    }
}
