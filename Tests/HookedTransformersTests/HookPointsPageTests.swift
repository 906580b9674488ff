import Foundation
import HookedTransformers
import Hooks
import TensorCore
import Testing

/// The documentation's page on hook points says what models do.
struct HookPointsPageTests {
    private let page: HookPointsPage

    init() throws { page = try HookPointsPage() }

    @Test(
        "Every hook point of every kind of model stands on the page with its shape",
        arguments: RandomModel.Kind.allCases)
    func shapes(_ kind: RandomModel.Kind) throws {
        for inputs in Inputs.allCases {
            let (cfg, cache) = try Self.run(kind, inputs)
            for (name, tensor) in cache {
                let words = try #require(page.shapes[Self.general(name)], "the page lacks \(name)")
                // The first norm has an axis for heads where its inputs are by head, as the page says.
                if name.contains(".ln1."), inputs != .together { continue }
                #expect(words.map { Self.length($0, cfg) } == tensor.shape, "\(name): \(words)")
            }
        }
    }

    @Test("Every hook point on the page is one of some model")
    func nothingElse() throws {
        var seen: Set<String> = []
        for kind in RandomModel.Kind.allCases {
            for inputs in Inputs.allCases { seen.formUnion(try Self.run(kind, inputs).cache.keys.map(Self.general)) }
        }
        #expect(page.shapes.keys.filter { !seen.contains($0) } == [])
        #expect(page.shapes.count > 30)
    }

    /// How the inputs of attention are shown.
    private enum Inputs: CaseIterable { case together, byHead, split }

    /// A run with all other switches on that the model allows.
    private static func run(
        _ kind: RandomModel.Kind, _ inputs: Inputs
    ) throws -> (cfg: HookedTransformerConfig, cache: ActivationCache) {
        let model = try RandomModel.load(RandomModel.cfg(kind))
        model.setUseSplitQKVInput(inputs == .split)
        if model.cfg.nKeyValueHeads == nil { model.setUseAttnIn(inputs == .byHead) }
        model.setUseAttnResult(true)
        if !model.cfg.attnOnly { model.setUseHookMLPIn(true) }
        model.setUseHookUnembed(true)
        return (model.cfg, try model.runWithCache([[1, 2, 3], [4, 5, 6]]).1)
    }

    /// `blocks.l.…` for each block.
    private static func general(_ name: String) -> String {
        name.replacing(/^blocks\.\d+\./, with: "blocks.l.")
    }

    private static func length(_ word: String, _ cfg: HookedTransformerConfig) -> Int? {
        let lengths = [
            "batch": 2, "position": 3, "query": 3, "key": 3, "1": 1, "head": cfg.nHeads,
            "key head": cfg.nKeyValueHeads ?? cfg.nHeads, "d_head": cfg.dHead, "d_model": cfg.dModel,
            "d_mlp": cfg.dMLP, "d_vocab": cfg.dVocabOut,
        ]
        return lengths[word]
    }
}

/// The tables of the page: the words for the axes by the name of the hook point.
private struct HookPointsPage {
    let shapes: [String: [String]]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let page = root.appending(path: "Sources/SwiftLens/SwiftLens.docc/HookPoints.md")
        let rows = try String(contentsOf: page, encoding: .utf8).matches(of: /(?m)^\| `([^`]+)` \| ([^|]+) \|/)
        let pairs = rows.map { (String($0.output.1), String($0.output.2).components(separatedBy: ", ")) }
        shapes = Dictionary(pairs) { first, _ in first }
    }
}
