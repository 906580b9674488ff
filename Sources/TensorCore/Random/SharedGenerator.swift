internal import SessionSafety
internal import Synchronization

/// The generator behind ``manualSeed(_:)``, which all tensors of a session share. It starts with seed 0.
final class SharedGenerator: SessionPart {
    private struct State {
        var generator = RandomGenerator(seed: 0)
        var seed = 0
    }

    private let state = Mutex(State())

    func start(_ seed: Int) {
        let generator = RandomGenerator(seed: UInt64(bitPattern: Int64(seed)))
        state.withLock { $0 = State(generator: generator, seed: seed) }
    }

    /// What it was last started with.
    var seed: Int { state.withLock { $0.seed } }

    /// What `body` makes with the current session's.
    static func draw(_ body: (inout RandomGenerator) -> Tensor) -> Tensor {
        current.state.withLock { body(&$0.generator) }
    }
}

/// Where the session's random numbers began, so that what came of them can say so.
package enum RandomSeed {
    /// What ``manualSeed(_:)`` was last given; 0 before that.
    package static var current: Int { SharedGenerator.current.seed }
}
