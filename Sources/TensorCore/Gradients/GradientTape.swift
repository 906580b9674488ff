internal import SessionSafety
internal import Synchronization

/// What a differentiated closure has computed, in order, so that gradients can go back through it.
///
/// Tensors that follow from the closure's inputs carry a ``GradientNode`` in their storage. Nodes are kept here until the
/// gradients are there; then the tape is closed, and what is left of the closure's tensors is plain again.
package final class GradientTape: Sendable {
    /// Used under the lock alone.
    private struct State: @unchecked Sendable {
        var nodes: [GradientNode] = []
        var isOpen = true
    }
    private let state = Mutex(State())

    package init() {}

    /// Whether what follows from its tensors is still recorded.
    var isOpen: Bool { state.withLock { $0.isOpen } }

    func append(_ node: GradientNode) {
        state.withLock { state in if state.isOpen { state.nodes.append(node) } }
    }

    /// Sends the gradients that nodes have got so far back to the tape's beginning, from the last node on.
    /// - Throws: what a rule throws; `Interrupted`.
    package func goBack() throws {
        let nodes = state.withLock { $0.nodes }
        for node in nodes.reversed() { try node.sendBack() }
    }

    /// Ends recording, and lets go of what was kept.
    package func close() {
        let nodes = state.withLock { state in
            defer { (state.nodes, state.isOpen) = ([], false) }
            return state.nodes
        }
        for node in nodes { node.letGo() }
    }
}

// MARK: The tape of a thread

extension GradientTape {
    /// Whether a closure is being differentiated on this thread.
    package static var isRecording: Bool { Recording.depth > 0 }

    /// Runs `body` as what a closure that is differentiated does.
    package func recording<Result>(_ body: () throws -> Result) rethrows -> Result {
        Recording.depth += 1
        defer { Recording.depth -= 1 }
        return try body()
    }
}
