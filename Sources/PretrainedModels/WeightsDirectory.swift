internal import Foundation
internal import Hooks
internal import Synchronization

/// Where a model's files lie: in a folder that is given, in `weights/`, or in Hugging Face's cache.
///
/// `weights/` is looked for in `SWIFTLENS_WEIGHTS`, then in the current directory and the directories above it, then at
/// the install location. The cache is `HF_HUB_CACHE`, or `HF_HOME`/hub, or `~/.cache/huggingface/hub`.
public enum WeightsDirectory {
    private static let installed = Mutex<String?>(nil)

    /// A folder of models that came with the executable; set once, when the program starts.
    public static var installLocation: String? {
        get { installed.withLock { $0 } }
        set { installed.withLock { $0 = newValue } }
    }

    /// The folder of the model called `nameOrFolder`.
    /// - Throws: ``PretrainedModelError`` with the nearest names, or with the command that fetches a known model.
    public static func find(_ nameOrFolder: String) throws -> String {
        if isModelFolder(nameOrFolder) { return nameOrFolder }
        let entry = ModelRegistry.entry(nameOrFolder)
        let names = Set([nameOrFolder, entry?.name ?? nameOrFolder] + (entry?.aliases ?? []))
        for folder in weightsFolders() {
            for name in names where isModelFolder(folder + "/" + name) { return folder + "/" + name }
        }
        for repository in entry?.repositories ?? [] {
            if let folder = HuggingFaceCache.snapshot(of: repository) { return folder }
        }
        throw failure(nameOrFolder, entry)
    }

    private static func failure(_ name: String, _ entry: ModelRegistry.Entry?) -> PretrainedModelError {
        if let entry {
            let searched = weightsFolders() + [HuggingFaceCache.directory]
            return .notOnDisk(name: entry.name, command: entry.command, searched: searched)
        }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue {
            return .missingFile(folder: name, file: "config.json")
        }
        let nearest = Spelling.nearest(to: name, in: ModelRegistry.names)
        return .unknownName(name, nearest: nearest, known: ModelRegistry.names)
    }

    private static func isModelFolder(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/config.json")
    }

    private static func weightsFolders() -> [String] {
        var folders: [String] = []
        if let given = ProcessInfo.processInfo.environment["SWIFTLENS_WEIGHTS"] { folders.append(given) }
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
