#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Hugging Face's cache as its own tools lay it out: `models--OWNER--NAME/snapshots/REVISION/`.
struct HuggingFaceCache {
    /// Where its tools look, by the variables that they read.
    let folders: [String]

    init(environment: [String: String]) {
        let places = CachePlaces(environment)
        folders = places.folders
    }

    /// The folders of a repository's revisions: that of `main`, then the others.
    func snapshots(of repository: String) -> [String] {
        guard Self.isName(repository) else { return [] }
        return folders.flatMap { cache in
            let folder = cache + "/" + folderName(of: repository, in: cache)
            let main = try? String(contentsOfFile: folder + "/refs/main", encoding: .utf8)
            let all = ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/snapshots")) ?? []).sorted()
            let first = main.map { String($0.split(whereSeparator: \.isWhitespace).first ?? "") }
            return (all.filter { $0 == first } + all.filter { $0 != first }).map { folder + "/snapshots/" + $0 }
        }
    }

    /// The folder's name, whichever of its letters are capital ones.
    private func folderName(of repository: String, in cache: String) -> String {
        let name = "models--" + repository.replacing("/", with: "--")
        let all = (try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? []
        return all.contains(name) ? name : all.sorted().first { $0.lowercased() == name.lowercased() } ?? name
    }

    /// Whether a repository can be called so: `gpt2`, `me/my-gpt2`.
    static func isName(_ repository: String) -> Bool {
        let parts = repository.split(separator: "/", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && !repository.contains("--") && !repository.contains("..")
            && parts.allSatisfy { part in
                !part.isEmpty && !part.hasPrefix(".")
                    && part.unicodeScalars.allSatisfy {
                        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
                            || "-_.".unicodeScalars.contains($0)
                    }
            }
    }
}

/// The folders that the environment's variables name, read as Python's expanduser and expandvars do.
private struct CachePlaces {
    private let environment: [String: String]

    init(_ environment: [String: String]) { self.environment = environment }

    var folders: [String] {
        let named = ["HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"].lazy.compactMap(path).first
        let old = ["TRANSFORMERS_CACHE", "PYTORCH_TRANSFORMERS_CACHE", "PYTORCH_PRETRAINED_BERT_CACHE"]
        var folders: [String] = []
        for folder in [named ?? hub] + old.compactMap(path) where !folders.contains(folder) { folders.append(folder) }
        return folders
    }

    private var hub: String {
        if let home = path("HF_HOME") { return home + "/hub" }
        return (path("XDG_CACHE_HOME") ?? home + "/.cache") + "/huggingface/hub"
    }

    private var home: String {
        let home = environment["HOME"] ?? ""
        return home.isEmpty ? FileManager.default.homeDirectoryForCurrentUser.path : home
    }

    /// The path in a variable; nil when it isn't set or empty.
    private func path(_ name: String) -> String? {
        guard let value = environment[name], !value.isEmpty else { return nil }
        return withVariables(withHome(value))
    }

    private func withHome(_ path: String) -> String {
        guard path.hasPrefix("~") else { return path }
        let user = path.dropFirst().prefix { $0 != "/" }
        let rest = path.dropFirst(1 + user.count)
        if user.isEmpty { return home + rest }
        return FileManager.default.homeDirectory(forUser: String(user)).map { $0.path + rest } ?? path
    }

    /// `$NAME` and `${NAME}`; what isn't set stays as it is.
    private func withVariables(_ path: String) -> String {
        path.replacing(/\$(?:([A-Za-z0-9_]+)|\{([^}]*)\})/) { match in
            let name = match.output.1 ?? match.output.2 ?? ""
            return environment[String(name)] ?? String(match.output.0)
        }
    }
}
