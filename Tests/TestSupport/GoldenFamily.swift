internal import Foundation
package import HookedTransformers
internal import PretrainedModels
package import TensorCore

/// A tiny random model of some family, and what TransformerLens answers on it: `Tests/Goldens/families/<name>`.
package struct GoldenFamily: Sendable, CustomStringConvertible {
    /// Which processing steps are on: none of them, or those that are on unless somebody says otherwise.
    package enum Setting: String, CaseIterable, Sendable {
        case raw
        case standard = "default"
    }

    package let name: String
    private let golden: Golden

    package init(_ name: String) throws {
        self.name = name
        golden = try Golden("families/\(name)", "golden")
    }

    package var description: String { name }

    /// The families that are compared.
    package static let all = [
        "gpt-neo", "attn-only", "neox", "neox-serial", "llama2", "llama3", "mistral", "qwen2",
        "qwen3", "gemma1", "gemma2", "gemma3", "opt", "gptj", "phi", "phi3",
        "gelu", "solu", "solu-old", "attn-only-shortformer", "othello", "algorithmic", "bidirectional",
    ]

    /// The folder of the model.
    package var folder: String { Golden.path("families/\(name)/checkpoint") }

    package func load(_ setting: Setting) throws -> HookedTransformer {
        try setting == .raw ? .fromPretrainedNoProcessing(folder) : .fromPretrained(folder)
    }

    /// The numbers under `key`.
    package subscript(key: String) -> Tensor {
        get throws { try golden[key] }
    }

    package func has(_ key: String) -> Bool { golden.keys.contains(key) }

    /// What the residual stream is taken apart into, and how the parts are called.
    package func decomposition(_ setting: Setting, _ model: HookedTransformer) throws -> (Tensor, [String]) {
        try ofStream(golden["\(setting.rawValue).decompose_resid"], model)
    }

    /// The rows of a stack that belong to the residual stream: TransformerLens counts positions among them also where they are
    /// told to queries and keys alone.
    package func ofStream(_ stack: Tensor, _ model: HookedTransformer) throws -> (Tensor, [String]) {
        let labels = try labels("decompose_resid") ?? []
        let rows = labels.indices.filter {
            model.cfg.positionalEmbeddingType != .shortformer || labels[$0] != "pos_embed"
        }
        return (stack.indexSelect(dim: 0, index: Tensor(rows, shape: [rows.count])), rows.map { labels[$0] })
    }

    package var keys: [String] { golden.keys }

    /// The tokens that greedy generation gives.
    package func greedy(_ setting: Setting) throws -> [Int] {
        try (notes()["greedy"] as? [String: [Int]])?[setting.rawValue] ?? []
    }

    /// What TransformerLens calls the rows of a stack.
    package func labels(_ stack: String) throws -> [String]? { try (notes()["labels"] as? [String: [String]])?[stack] }

    /// The hook points that fire, in order.
    package func hookNames() throws -> [String] { try notes()["hook_names"] as? [String] ?? [] }

    /// The configuration as TransformerLens has it.
    package func cfg() throws -> [String: Any] { try notes()["tl_cfg"] as? [String: Any] ?? [:] }

    /// The shapes of the activations of a block, and of the others, by name.
    package func hookShapes() throws -> [String: [Int]] { try notes()["hook_shapes"] as? [String: [Int]] ?? [:] }

    /// Shapes, sums and norms of the parameters, by TransformerLens's names.
    package func weights(_ setting: Setting) throws -> [String: (shape: [Int], sum: Double, norm: Double)] {
        let all = try notes()["processed_weights"] as? [String: [String: [Any]]]
        return (all?[setting.rawValue] ?? [:]).compactMapValues { entry in
            guard entry.count == 3, let shape = entry[0] as? [Int], let sum = entry[1] as? Double,
                let norm = entry[2] as? Double
            else { return nil }
            return (shape, sum, norm)
        }
    }

    /// A folder with the same model whose config is spelt as transformers 5 does; nil where it has no other spelling.
    package func folderInNewSpelling() throws -> String? {
        let files = FileManager.default
        let (old, new) = (Golden.path("families/\(name)/checkpoint"), Golden.path("families/\(name)/config.v5.json"))
        guard files.fileExists(atPath: new) else { return nil }
        let folder = files.temporaryDirectory.appending(path: UUID().uuidString).path
        try files.copyItem(atPath: old, toPath: folder)
        try files.removeItem(atPath: folder + "/config.json")
        try files.copyItem(atPath: new, toPath: folder + "/config.json")
        return folder
    }

    private func notes() throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: Golden.path("families/\(name)/golden.json")))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }
}
