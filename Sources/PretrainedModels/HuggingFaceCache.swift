internal import Foundation

/// Hugging Face's cache as its own tools lay it out: `models--OWNER--NAME/snapshots/REVISION/`.
enum HuggingFaceCache {
    /// The cache's folder, by the variables that its tools read.
    static var directory: String {
        let environment = ProcessInfo.processInfo.environment
        if let cache = environment["HF_HUB_CACHE"], !cache.isEmpty { return cache }
        if let home = environment["HF_HOME"], !home.isEmpty { return home + "/hub" }
        let base = environment["XDG_CACHE_HOME"] ?? (NSHomeDirectory() + "/.cache")
        return base + "/huggingface/hub"
    }

    /// The folder of a repository's snapshot that has a config.json: the one of `main`, otherwise any.
    static func snapshot(of repository: String) -> String? {
        let folder = directory + "/models--" + repository.replacingOccurrences(of: "/", with: "--")
        var revisions: [String] = []
        if let main = try? String(contentsOfFile: folder + "/refs/main", encoding: .utf8) {
            revisions.append(main.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        revisions += ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/snapshots")) ?? []).sorted()
        return revisions.map { folder + "/snapshots/" + $0 }
            .first { FileManager.default.fileExists(atPath: $0 + "/config.json") }
    }
}
