internal import Platform
internal import PretrainedModels

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The executable and what lies around it: the kernelspec's files and the embedded model.
struct Installation {
    /// The absolute path of the executable, without symbolic links.
    let executable: String
    /// The folder that holds `kernelspec`, `weights` and `notebooks`.
    let resources: String

    /// The installation that this process runs from; nil when the executable stands alone.
    static func ofThisProcess() -> Installation? {
        guard let executable = executablePath, let resources = resources(around: executable) else { return nil }
        return Installation(executable: executable, resources: resources)
    }

    /// Has `fromPretrained` look among the models that came with the executable.
    func announceWeights() { WeightsDirectory.installLocation = resources + "/weights" }

    /// The nearest folder above the executable that holds the kernelspec: the repository for one that was built there,
    /// `PREFIX/share/swiftlens` for one in `PREFIX/bin`.
    private static func resources(around executable: String) -> String? {
        var folder = URL(fileURLWithPath: executable).deletingLastPathComponent().path
        while true {
            for candidate in [folder, folder + "/share/swiftlens"]
            where FileManager.default.fileExists(atPath: candidate + "/kernelspec/kernel.json") {
                return candidate
            }
            let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
            if parent == folder { return nil }
            folder = parent
        }
    }
}
