internal import Hooks
internal import TensorCore

/// Runs of one base that wait to be computed together.
///
/// A product with few rows costs nearly as much as one with hundreds: what takes time is reading the weights.
struct LaneStack {
    private var waiting: [LanePass] = []
    private var tokenCount = 0
    private let tokenLimit: Int

    /// At most 64 MB of activations are under way at once.
    private static let byteLimit = 64 << 20
    private static let mostRuns = 256

    init(_ cfg: HookedTransformerConfig) {
        let perToken = max(1, cfg.dMLP + 4 * cfg.dModel + 4 * cfg.dHeads) * MemoryLayout<Float>.stride
        tokenLimit = max(1, Self.byteLimit / perToken)
    }

    /// The number of runs that wait.
    var count: Int { waiting.count }

    /// Whether `pass` can be computed together with those that wait.
    func accepts(_ pass: LanePass) -> Bool {
        guard let first = waiting.first else { return true }
        guard !pass.isWatchedAtTheEnd, !first.isWatchedAtTheEnd else { return false }
        return pass.place == first.place && tokenCount + pass.lanes.tokenCount <= tokenLimit && count < Self.mostRuns
    }

    /// Adds a run that is past its hooks.
    mutating func add(_ pass: LanePass) {
        waiting.append(pass)
        tokenCount += pass.lanes.tokenCount
    }

    /// Computes what waits, and gives each run's logits [batch, position, d_vocab] to `body`, in order.
    mutating func finish(_ body: (_ logits: Tensor) throws -> Void) throws {
        let passes = waiting
        (waiting, tokenCount) = ([], 0)
        // By itself, a run may still have hooks at the final layer norm.
        if passes.count == 1 { return try body(Self.finishing(passes[0])) }
        guard var all = try LanePass.joined(passes) else { return }
        try all.runBlocksToTheEnd()
        let normalized = try all.normalizedFinally()
        var start = 0
        for lanes in passes.map(\.lanes) {
            let values = lanes.isEmpty ? Tensor() : normalized.view(
                elementOffset: start * all.full.cfg.dModel, shape: [lanes.tokenCount, all.full.cfg.dModel])
            start += lanes.tokenCount
            try body(try all.logits(values, lanes))
        }
    }

    private static func finishing(_ pass: LanePass) throws -> Tensor {
        var pass = pass
        try pass.runBlocksToTheEnd()
        return try pass.logits()
    }
}
