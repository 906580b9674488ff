#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Paths that begin with what was typed, as a shell completes them.
enum FilePaths {
    private static let most = 200

    /// Folders, each with a slash behind it.
    static func folders(startingWith text: String) -> [String] {
        guard text.contains("/") || text.hasPrefix(".") || text.hasPrefix("~") else { return [] }
        return entries(text).filter { $0.hasSuffix("/") }
    }

    /// Folders, and files with that ending.
    static func all(startingWith text: String, suffix: String) -> [String] {
        entries(text).filter { $0.hasSuffix("/") || $0.hasSuffix(suffix) }
    }

    private static func entries(_ text: String) -> [String] {
        let cut = text.lastIndex(of: "/").map { text.index(after: $0) } ?? text.startIndex
        let (folder, typed) = (String(text[..<cut]), text[cut...])
        let place = folder.isEmpty ? "." : expandingHome(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        return names.filter { $0.hasPrefix(typed) && (!$0.hasPrefix(".") || typed.hasPrefix(".")) }.sorted()
            .prefix(most).map { name in
                folder + name + (FileManager.default.fileExists(atPath: "\(place)/\(name)/.") ? "/" : "")
            }
    }

    /// With the folder that `~` or `~user` stands for, as a shell has it.
    private static func expandingHome(_ path: String) -> String {
        guard path.hasPrefix("~") else { return path }
        let user = path.dropFirst().prefix { $0 != "/" }
        let files = FileManager.default
        let home = user.isEmpty ? files.homeDirectoryForCurrentUser : files.homeDirectory(forUser: String(user))
        return home.map { $0.path + path.dropFirst(1 + user.count) } ?? path
    }
}
