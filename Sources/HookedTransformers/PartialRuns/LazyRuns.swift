internal import Hooks
internal import Synchronization
internal import TensorCore

/// Runs of one base that wait to be computed together, when the first of them is read or when there are enough.
///
/// A product with few rows costs nearly as much as one with hundreds: what takes time is reading the weights. Runs that
/// nobody can read any more are forgotten.
final class LazyRuns: Sendable {
    private struct Entry {
        weak var run: LazyRun?
        let tokenCount: Int
    }
    private let state = Mutex<[Entry]>([])

    /// So many tokens fill the processor's units; more would only wait longer, and take more memory.
    private static let enoughTokens = 512
    private static let mostRuns = 256

    /// How many runs wait.
    var count: Int { state.withLock { waiting in waiting.count { $0.run != nil } } }

    /// Lets a run wait; computes all of them when there are enough.
    func add(_ partial: PartialRun) throws -> LazyRun {
        let run = LazyRun(partial)
        try state.withLock { waiting in
            waiting.append(Entry(run: run, tokenCount: run.changed.tokenCount))
            let tokenCount = waiting.reduce(0) { $0 + $1.tokenCount }
            if tokenCount >= Self.enoughTokens || waiting.count >= Self.mostRuns { try Self.finish(&waiting) }
        }
        return run
    }

    /// A run's end, for which all that wait are computed: [token, 1, d_model]
    func normalized(_ run: LazyRun) throws -> Tensor {
        try state.withLock { waiting in
            if run.normalized == nil { try Self.finish(&waiting) }
            return run.normalized ?? Tensor()
        }
    }

    private static func finish(_ waiting: inout [Entry]) throws {
        let runs = waiting.compactMap(\.run)
        let left = runs.compactMap { run in run.run.map { (run, $0) } }.sorted { $0.1.progress < $1.1.progress }
        let ends = try PartialRun.finishing(left.map(\.1))
        for (run, normalized) in zip(left.map(\.0), ends) { run.finish(normalized) }
        waiting = []
    }
}
