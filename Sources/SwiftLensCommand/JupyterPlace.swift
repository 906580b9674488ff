internal import Platform

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Where Jupyter looks for kernels.
enum JupyterPlace {
    case user
    case activeEnvironment
    case prefix(String)

    /// The folder that holds `kernels`, as an absolute path.
    /// - Throws: ``CommandError`` when no environment is active.
    func dataFolder(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws -> String {
        switch self {
        case .user: environment.filled("JUPYTER_DATA_DIR") ?? Self.userFolder(environment)
        case .prefix(let folder): URL(fileURLWithPath: folder).path + "/share/jupyter"
        case .activeEnvironment: try Self.activePrefix(environment) + "/share/jupyter"
        }
    }

    private static func userFolder(_ environment: [String: String]) -> String {
        let home = environment.filled("HOME") ?? FileManager.default.homeDirectoryForCurrentUser.path
        if isMacOS { return home + "/Library/Jupyter" }
        return (environment.filled("XDG_DATA_HOME") ?? home + "/.local/share") + "/jupyter"
    }

    private static func activePrefix(_ environment: [String: String]) throws -> String {
        guard let prefix = environment.filled("VIRTUAL_ENV") ?? environment.filled("CONDA_PREFIX") else {
            throw CommandError("no virtual or conda environment is active; activate one, or say --prefix DIR")
        }
        return prefix
    }
}

extension [String: String] {
    /// The value of `name`; one that is set to nothing counts as not set.
    fileprivate func filled(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }
}
