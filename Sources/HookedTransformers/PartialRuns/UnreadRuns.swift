internal import Hooks
internal import Synchronization
internal import TensorCore

/// Runs of one base that wait to be computed together, when the first of them is read or when there are enough.
///
/// A product with few rows costs nearly as much as one with hundreds: what takes time is reading the weights. Runs that
/// nobody can read any more are forgotten.
final class WaitingRuns: Sendable {
    private struct Waiting {
        weak var run: WaitingRun?
        let tokenCount: Int
    }
    private let state = Mutex<[Waiting]>([])

    /// So many tokens fill the processor's units; more would only wait longer, and take more memory.
    private static let enoughTokens = 512
    private static let mostRuns = 256

    /// How many runs wait.
    var count: Int { state.withLock { waiting in waiting.count { $0.run != nil } } }

    /// Lets a run wait; computes all of them when there are enough.
    func add(_ pass: LanePass) throws -> WaitingRun {
        let run = WaitingRun(pass)
        try state.withLock { waiting in
            waiting.append(Waiting(run: run, tokenCount: run.lanes.tokenCount))
            let tokenCount = waiting.reduce(0) { $0 + $1.tokenCount }
            if tokenCount >= Self.enoughTokens || waiting.count >= Self.mostRuns { try Self.finish(&waiting) }
        }
        return run
    }

    /// A run's end, for which all that wait are computed: [token, 1, d_model]
    func normalized(_ run: WaitingRun) throws -> Tensor {
        try state.withLock { waiting in
            if run.normalized == nil { try Self.finish(&waiting) }
            return run.normalized ?? Tensor()
        }
    }

    private static func finish(_ waiting: inout [Waiting]) throws {
        let runs = waiting.compactMap(\.run)
        let passes = runs.compactMap { run in run.pass.map { (run, $0) } }.sorted { $0.1.place < $1.1.place }
        let ends = try LanePass.finishing(passes.map(\.1))
        for (run, normalized) in zip(passes.map(\.0), ends) { run.finish(normalized) }
        waiting = []
    }
}
