internal import FileSafety

/// What a folder has of the files that make a model.
struct ModelFolder {
    let path: String

    /// Whether this is a model at all: with a config.json.
    var isModel: Bool { has("config.json") }

    /// How much is there: 0 no model, 1 only the configuration, 2 the weights too, 3 a tokenizer as well.
    var wholeness: Int {
        guard isModel else { return 0 }
        guard hasWeights else { return 1 }
        return has("tokenizer.json") || has("vocab.json") && has("merges.txt") ? 3 : 2
    }

    private var hasWeights: Bool {
        has("model.safetensors") || has(ShardIndex.name) && (try? ShardIndex(folder: path))?.isWhole == true
    }

    /// Links whose targets are not there, as an interrupted download leaves them, don't count.
    private func has(_ name: String) -> Bool { SmallFile.exists(path + "/" + name) }

    /// The first of those that have most.
    static func wholest(of paths: [String]) -> String? {
        let folders = paths.map { (path: $0, wholeness: ModelFolder(path: $0).wholeness) }
        guard let most = folders.map(\.wholeness).max(), most > 0 else { return nil }
        return folders.first { $0.wholeness == most }?.path
    }
}
