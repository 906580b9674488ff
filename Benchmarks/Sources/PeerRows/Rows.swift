import RandomModel
import SwiftLens

/// The measured pieces of work. Each gives numbers that the other program must agree with.
struct Rows {
    let folder: String
    let model: HookedTransformer
    let clean: Tensor
    let corrupted: Tensor
    let answers: Tensor
    let repeated: Tensor
    let cache: ActivationCache

    init(folder: String, inputs: Inputs) throws {
        self.folder = folder
        model = try notebookModel(folder)
        // Everything is kept, as the peer keeps it; by default, a large cache computes a part when it is read.
        model.reuse.wholeCacheByteLimit = 1 << 30
        clean = Tensor(inputs.clean)
        corrupted = Tensor(inputs.corrupted)
        answers = Tensor(inputs.answers)
        repeated = Tensor(inputs.repeated)
        (_, cache) = try model.runWithCache(clean)
    }

    /// Forgets earlier turns, so that each begins as a user's first: with the corrupted prompts run once.
    func prepare() throws {
        model.reuse.removeAll()
        _ = try model.runWithCache(corrupted)
    }

    func run(_ row: String) throws -> [Float] {
        switch row {
        case "load": try load()
        case "cache-all": try cacheWithAllLogits()
        case "cache-last": try cacheWithLastLogits()
        case "detectors": try detectors()
        case "sweep-call": try sweepInOneCall()
        case "sweep-loop": try sweepInALoop()
        case "by-position": try sweepByPosition()
        default: throw UnknownRow(name: row)
        }
    }

    /// One number of the weights; the logits are compared by other rows.
    private func load() throws -> [Float] { [try notebookModel(folder).W_E[0, 0].toArray()[0]] }

    private func cacheWithAllLogits() throws -> [Float] {
        let (logits, cache) = try model.runWithCache(clean)
        _ = logits.sum()  // reads every logit, so that every logit is computed
        return logits[0..., 3, 0..<64].toArray() + (try cache["resid_post", 11][0, -1].toArray())
    }

    private func cacheWithLastLogits() throws -> [Float] {
        let (logits, _) = try model.runWithCache(clean)
        return logitDifferences(logits, answers).toArray()
    }

    private func detectors() throws -> [Float] {
        try [HeadPattern.inductionHead, .previousTokenHead, .duplicateTokenHead].flatMap {
            try detectHead(model, repeated, $0).toArray()
        }
    }

    private func sweepInOneCall() throws -> [Float] {
        let sweep = try model.ablateHeads(
            corrupted, position: .last, methods: [.resample(from: cache), .zero, .mean(over: cache)],
            metric: { averageLogitDifference($0, answers) })
        return sweep.maps.flatMap { $0.toArray() }
    }

    private func sweepByPosition() throws -> [Float] {
        try actPatchAttnHeadOutByPos(model, corrupted, cache) { averageLogitDifference($0, answers) }.toArray()
    }
}

struct UnknownRow: Error {
    let name: String
}
