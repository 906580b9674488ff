internal import Datasets
internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// The prompts that constants are fitted on, with what is kept of a run of them where that isn't too much.
struct FittingPrompts {
    typealias Part = (base: VariantsBase, scores: LastPositionScores)

    private let model: HookedTransformer
    private let data: PromptDataset
    private let chunks: PromptChunks
    private let kept: [Part]
    private let work: LongWork?
    /// What is shown while parts are run anew, which can take long: the parts' prompts are counted behind it.
    var title = ""

    var count: Int { data.count }
    /// Whether what a run of the prompts left is there for every pass.
    var areKept: Bool { !kept.isEmpty }

    /// A run of so many bytes is one part; of so many in all, every part is kept.
    private static let partBytes = 256 << 20
    private static let keptBytes = 512 << 20

    init(_ model: HookedTransformer, _ data: PromptDataset, _ work: LongWork? = nil) throws {
        (self.model, self.data, self.work) = (model, data, work)
        chunks = PromptChunks(model, data, bytes: Self.partBytes)
        let fitting = model.variantsChunk(positions: data.length, bytes: Self.keptBytes)
        var parts: [Part] = []
        if data.count <= fitting {
            try chunks.forEach { chunk, _ in parts.append(try Self.part(model, chunk)) }
        }
        kept = parts
    }

    private static func part(_ model: HookedTransformer, _ chunk: PromptDataset) throws -> Part {
        let base = try model.variantsBase(chunk.tokens)
        return (base, try LastPositionScores(model, base.lastLogits, chunk))
    }

    /// How many prompts a part has; the last one may have fewer.
    var partSize: Int { min(chunks.size, data.count) }

    /// Gives `body` one part of the prompts after the other, but for so many that are done.
    func forEach(from first: Int = 0, _ body: (VariantsBase, LastPositionScores) throws -> Void) throws {
        guard kept.isEmpty else { return try kept.dropFirst(first).forEach(body) }
        try chunks.forEach(from: first) { chunk, start in
            let part = try Self.part(model, chunk)
            try body(part.base, part.scores)
            work?.say("\(title), \(start + chunk.count) of \(data.count) prompts")
            work?.advance(by: 0)
        }
    }
}
