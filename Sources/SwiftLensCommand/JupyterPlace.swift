internal import Foundation

/// Where Jupyter looks for kernels.
enum JupyterPlace {
    case user
    case activeEnvironment
    case prefix(String)

    /// The folder that holds `kernels`, as an absolute path.
    /// - Throws: ``CommandError`` when no environment is active.
    func dataFolder(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws -> String {
        switch self {
        case .user: environment["JUPYTER_DATA_DIR"] ?? Self.userFolder
        case .prefix(let folder): URL(fileURLWithPath: folder).path + "/share/jupyter"
        case .activeEnvironment: try Self.activePrefix(environment) + "/share/jupyter"
        }
    }

    private static var userFolder: String {
        #if os(Linux)
            let base = ProcessInfo.processInfo.environment["XDG_DATA_HOME"] ?? NSHomeDirectory() + "/.local/share"
            return base + "/jupyter"
        #else
            return NSHomeDirectory() + "/Library/Jupyter"
        #endif
    }

    private static func activePrefix(_ environment: [String: String]) throws -> String {
        guard let prefix = environment["VIRTUAL_ENV"] ?? environment["CONDA_PREFIX"] else {
            throw CommandError("no virtual or conda environment is active; activate one, or say --prefix DIR")
        }
        return prefix
    }
}
