import Foundation
import Testing

/// The arrows of ARCHITECTURE.md, held against the `import` lines of the sources.
struct ImportDirectionTests {
    @Test func everyTargetHasARowAndEveryRowATarget() throws {
        let targets = try Set(sourceFolders()).subtracting(["COpenBLAS", "CSodium", "CVectorKernels", "CZeroMQ", "CZlib"])
        #expect(try Set(allowedImports().keys) == targets)
    }

    @Test func noArrowRunsTheWrongWay() throws {
        let allowed = try allowedImports()
        let watched = Set(allowed.keys).union(allowed.values.joined())
        for (target, permitted) in allowed {
            for file in try swiftFiles(of: target) {
                for module in try importedModules(of: file) where watched.contains(module) {
                    #expect(permitted.contains(module), "\(target)/\(file.lastPathComponent) imports \(module)")
                }
            }
        }
    }

    @Test func anOutsideLibraryEntersThroughOneTarget() throws {
        let allowed = try allowedImports()
        let outside = Set(allowed.values.joined()).subtracting(allowed.keys)
        for library in outside {
            let importers = allowed.filter { $0.value.contains(library) }.keys
            #expect(importers.count == 1, "\(library) is open to \(importers.sorted())")
        }
    }

    // MARK: Reading the repository

    private var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// The rows of ARCHITECTURE.md's table: a target and what it may import.
    private func allowedImports() throws -> [String: Set<String>] {
        let page = try String(contentsOf: root.appendingPathComponent("ARCHITECTURE.md"), encoding: .utf8)
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

    private func sourceFolders() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path)
    }

    private func swiftFiles(of target: String) throws -> [URL] {
        let folder = root.appendingPathComponent("Sources").appendingPathComponent(target)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    }

    private func importedModules(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
                words[..<position].allSatisfy({
                    ["public", "package", "internal", "private", "fileprivate"].contains($0) || $0.hasPrefix("@")
                })
            else { return nil }
            return String(words[position + 1].split(separator: ".")[0])
        }
    }
}
