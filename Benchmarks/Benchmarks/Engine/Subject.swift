import Foundation
import RandomModel
import SwiftLens

/// The model that everything is measured on, and random prompts for it.
///
/// `make bench` puts the checkpoint there; it is loaded once.
struct Subject: @unchecked Sendable {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../build/bench/gpt2-random").standardizedFileURL.path
    static let shared: Subject = {
        do { return try Subject() } catch { fatalError("\(error)") }
    }()

    let model: HookedTransformer
    /// Eight prompts of 15 tokens: [batch, position]
    let tokens = prompt(8, 15)
    let answers = prompt(8, 2)
    let cache: ActivationCache

    private init() throws {
        model = try notebookModel(Self.folder)
        cache = try model.runWithCache(tokens).cache
    }

    /// Random token ids: [batch, position]
    static func prompt(_ batch: Int, _ positions: Int) -> Tensor {
        var generator = RandomGenerator(seed: 7)
        return Tensor.randint(0, 50257, size: [batch, positions], using: &generator)
    }

    /// The measure of a sweep.
    func metric(_ logits: Tensor) -> Tensor { averageLogitDifference(logits, answers) }

    /// The notebook's loop over all heads, one hook for each.
    func sweepInALoop() throws -> [Tensor] {
        try (0..<model.cfg.nLayers).flatMap { layer in
            try (0..<model.cfg.nHeads).map { head in
                metric(
                    try model.runWithHooks(
                        tokens, fwdHooks: [Hook(actName("z", layer)) { z, _ in z[0..., -1, head, 0...] = 0 }]))
            }
        }
    }
}
