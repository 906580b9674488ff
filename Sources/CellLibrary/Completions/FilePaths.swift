internal import Foundation

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
        let place = folder.isEmpty ? "." : (folder as NSString).expandingTildeInPath
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        return names.filter { $0.hasPrefix(typed) && (!$0.hasPrefix(".") || typed.hasPrefix(".")) }.sorted()
            .prefix(most).map { name in
                var isFolder: ObjCBool = false
                _ = FileManager.default.fileExists(atPath: place + "/" + name, isDirectory: &isFolder)
                return folder + name + (isFolder.boolValue ? "/" : "")
            }
    }
}
