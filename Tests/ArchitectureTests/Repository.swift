import Foundation

/// What the repository says of itself: the map, the manifest and the sources' `import` lines.
enum Repository {
    private static var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// The rows of ARCHITECTURE.md's table: a target and what it may import.
    static func allowedImports() throws -> [String: Set<String>] {
        let page = try text(of: "ARCHITECTURE.md")
        var rows: [String: Set<String>] = [:]
        var isInTable = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("| target | may import |") {
                isInTable = true
            } else if isInTable, line.hasPrefix("|---") {
                continue
            } else if isInTable, line.hasPrefix("|") {
                let cells = line.split(separator: "|", omittingEmptySubsequences: true).map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                let imports = (cells.count > 1 ? cells[1] : "").split(separator: ",").map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                rows[cells[0]] = Set(imports)
            } else {
                isInTable = false
            }
        }
        return rows
    }

    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The paths of everything in the folders that are written by hand, and of the pages beside them.
    static func paths() throws -> [String] {
        try ["Sources", "Tests", "Tools", "docs"].flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
                .map { "\(folder)/\($0)" }
        } + FileManager.default.contentsOfDirectory(atPath: root.path)
    }

    static func sourceFolders() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path)
    }

    /// The Swift files of all targets.
    static func sources() throws -> [SourceFile] { try swiftFiles(in: "Sources") }

    static func sources(of target: String) throws -> [SourceFile] { try swiftFiles(in: "Sources/\(target)") }

    static func swiftFiles(in folder: String) throws -> [SourceFile] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
            .filter { $0.hasSuffix(".swift") }.sorted()
            .map { try SourceFile(path: "\(folder)/\($0)", text: text(of: "\(folder)/\($0)")) }
    }

    /// The targets of Package.swift with what they depend on: `library("Name", [...])` and the executable.
    static func manifestDependencies() throws -> [String: Set<String>] {
        let rows = try text(of: "Package.swift").matches(
            of: /(?:^ +library\(|\.executableTarget\(\s*name:)\s*"(\w+)"(?:,\s*(?:dependencies:\s*)?\[([^\]]*)\])?/
                .anchorsMatchLineEndings())
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let names = (row.output.2 ?? "").replacing(/package: "[^"]*"/, with: "").matches(of: /"(\w+)"/)
                return (String(row.output.1), Set(names.map { String($0.output.1) }))
            })
    }

    /// The library product's target and all that it stands on.
    static func exportedTargets() throws -> Set<String> {
        let manifest = try manifestDependencies()
        var (targets, new): (Set<String>, Set<String>) = ([], ["SwiftLens"])
        while !new.isEmpty {
            targets.formUnion(new)
            new = Set(new.flatMap { manifest[$0] ?? [] }).subtracting(targets)
        }
        return targets
    }

    /// A target of C, or one that opens a system library.
    static func isC(_ target: String) -> Bool { target.wholeMatch(of: /C[A-Z].*/) != nil }
}
