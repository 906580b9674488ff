internal import FileSafety
internal import NearestNames
internal import Synchronization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Where a model's files lie: at a path that is given, in `weights/`, or in Hugging Face's cache.
///
/// `weights/` is looked for in `SWIFTLENS_WEIGHTS`, then in the current directory and the directories above it, then at
/// the install location. The cache is where Hugging Face's own tools have it: `HF_HUB_CACHE`, or `HF_HOME`/hub, or
/// `~/.cache/huggingface/hub`.
public enum WeightsDirectory {
    private static let installed = Mutex<String?>(nil)

    /// A folder of models that came with the executable; set once, when the program starts.
    public static var installLocation: String? {
        get { installed.withLock { $0 } }
        set { installed.withLock { $0 = newValue } }
    }

    /// The folder, or the GGUF file, of the model called `nameOrFolder`: a path, a known name, or a repository such as
    /// `me/my-gpt2`.
    /// - Throws: ``PretrainedModelError`` with the nearest names, or with the command that fetches a model.
    public static func find(_ nameOrFolder: String) throws -> String {
        try find(nameOrFolder, environment: ProcessInfo.processInfo.environment)
    }

    /// The same with other variables than the process's.
    package static func find(_ nameOrFolder: String, environment: [String: String]) throws -> String {
        let path = nameOrFolder.expandingHome
        if SmallFile.exists(path) { return try file(path) }
        if ModelFolder(path: path).isModel { return try ModelFolder(path: path).place() }
        let entry = ModelRegistry.entry(nameOrFolder)
        let names = [nameOrFolder] + (entry.map { [$0.name] + $0.aliases } ?? [])
        // Where the executable stands in the working directory, its folder is that one's too.
        let all = weightsFolders(environment)
        let folders = all.enumerated().filter { !all[..<$0.offset].contains($0.element) }.map(\.element)
        let own = folders.flatMap { folder in names.filter { !["", ".", ".."].contains($0) }.map { folder + "/" + $0 } }
        for path in own {
            if SmallFile.exists(path + ".gguf") { return path + ".gguf" }
            if ModelFolder(path: path).isModel { return try ModelFolder(path: path).place() }
        }
        let cache = HuggingFaceCache(environment: environment)
        if let found = ModelFolder.wholest(of: (entry?.repositories ?? [nameOrFolder]).flatMap(cache.snapshots)) {
            return try found.place()
        }
        throw failure(nameOrFolder, entry, searched: folders + cache.folders)
    }

    /// A file that is given; GGUF files need not be called so.
    private static func file(_ path: String) throws -> String {
        let isGGUF = path.lowercased().hasSuffix(".gguf")
        let start = try? ReadableFile(path).bytes(at: 0, count: 4)
        guard isGGUF || start == Array("GGUF".utf8) else { throw PretrainedModelError.notAFolder(path: path) }
        return path
    }

    private static func failure(
        _ name: String, _ entry: ModelRegistry.Entry?, searched: [String]
    ) -> PretrainedModelError {
        if let entry { return .notOnDisk(name: entry.name, command: entry.command, searched: searched) }
        if FileManager.default.fileExists(atPath: name.expandingHome) {
            return FileManager.default.fileExists(atPath: name.expandingHome + "/.")
                ? .missingFile(folder: name, file: "config.json") : .notAFolder(path: name)
        }
        if name.contains("/"), HuggingFaceCache.isName(name) {
            return .notOnDisk(name: name, command: ModelRegistry.Files.safetensors.command(name), searched: searched)
        }
        let nearest = Spelling.nearest(to: name, in: ModelRegistry.names)
        return .unknownName(name, nearest: nearest, known: ModelRegistry.names)
    }

    private static func weightsFolders(_ environment: [String: String]) -> [String] {
        var folders: [String] = []
        if let given = environment["SWIFTLENS_WEIGHTS"] { folders.append(given.expandingHome) }
        var directory = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        while true {
            folders.append(directory.appendingPathComponent("weights").path)
            let parent = directory.deletingLastPathComponent()
            if parent.path == directory.path || folders.count > 64 { break }
            directory = parent
        }
        if let installLocation { folders.append(installLocation) }
        return folders.filter { FileManager.default.fileExists(atPath: $0) }
    }
}
