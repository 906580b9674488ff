internal import FileSafety

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What a folder has of the files that make a model.
struct ModelFolder {
    let path: String

    /// Whether this is a model at all: with a config.json, or with GGUF files.
    var isModel: Bool { has("config.json") || !ggufFiles.isEmpty }

    /// How much is there: 0 no model, 1 only the configuration, 2 the weights too, 3 a tokenizer as well.
    var wholeness: Int {
        guard has("config.json"), hasWeights || ggufFiles.isEmpty else { return ggufFiles.isEmpty ? 0 : 3 }
        guard hasWeights else { return 1 }
        return has("tokenizer.json") || has("vocab.json") && has("merges.txt") ? 3 : 2
    }

    /// The folder itself, or the one GGUF file that it has in the place of Hugging Face's.
    /// - Throws: ``PretrainedModelError/severalModels(folder:files:)``.
    func place() throws -> String {
        let files = ggufFiles
        if has("config.json"), hasWeights || files.isEmpty { return path }
        guard files.count <= 1 else { throw PretrainedModelError.severalModels(folder: path, files: files) }
        return path + "/" + (files.first ?? "")
    }

    /// The names of GGUF files, but for those that only hold what sees pictures.
    private var ggufFiles: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.lowercased().hasSuffix(".gguf") && !$0.hasPrefix("mmproj") && has($0) }.sorted()
    }

    private var hasWeights: Bool {
        has("model.safetensors") || ShardIndex.isWhole(folder: path, name: ShardIndex.safetensors)
            || TorchWeights.areWhole(in: path)
    }

    /// Links whose targets are not there, as an interrupted download leaves them, don't count.
    private func has(_ name: String) -> Bool { SmallFile.exists(path + "/" + name) }

    /// The first of those that have most.
    static func wholest(of paths: [String]) -> ModelFolder? {
        let folders = paths.map { (path: $0, wholeness: ModelFolder(path: $0).wholeness) }
        guard let most = folders.map(\.wholeness).max(), most > 0 else { return nil }
        return folders.first { $0.wholeness == most }.map { ModelFolder(path: $0.path) }
    }
}
