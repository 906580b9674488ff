public import SessionSafety
internal import Synchronization

/// Where the stack is almost used up, what goes down a value level by level must not go on: a list of a million nodes is a
/// million levels deep.
@usableFromInline
package enum LowStack {
    @inlinable @inline(__always)
    package static var isLow: Bool { ThreadStack.isLow }

    /// Keeps values for later, so that their end is not one more level down.
    @inline(never)
    package static func keep(_ values: [CellValue]) { DeepValues.current.keep(values) }
}

/// What values of the session held whose own end came when the stack was low.
package final class DeepValues: SessionPart {
    /// Handed from thread to thread whole: each value in it has no other owner that looks at it.
    private struct Values: @unchecked Sendable { var lists: [[CellValue]] = [] }
    private let waiting = Mutex(Values())

    package init() {}

    /// Runs `body`, and then ends what was too deep to end within it.
    package static func ending<Value>(_ body: () throws -> Value) rethrows -> Value {
        defer { current.end() }
        return try ThreadStack.releasingLater(body)
    }

    func keep(_ values: [CellValue]) {
        let values = Values(lists: [values])
        waiting.withLock { $0.lists += values.lists }
        if ThreadStack.releasesLater { return }
        // Nobody further up this thread's stack knows of it: it belongs to no interpreter.
        BackgroundThread.start(stackBytes: 8 << 20) { self.end() }
    }

    /// Each turn goes as deep as the stack allows.
    private func end() {
        ThreadStack.releasingLater {
            while true {
                let ending = waiting.withLock { waiting in
                    let all = waiting
                    waiting = Values()
                    return all
                }
                if ending.lists.isEmpty { return }
            }
        }
    }
}
