import Foundation
import Testing

/// Files are written in one room, `FileSafety`, so that nothing saves in a way of its own.
struct OneDoorTests {
    @Test func nothingElseWritesFiles() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let ways = ["O_CREAT", "O_TRUNC", "createFile(", "write(toFile", "write(to: URL", "options: .atomic", "\"w\")"]
        var inTheRoom = 0
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.allObjects ?? []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            let found = ways.filter { text.contains($0) }
            if file.path.contains("/FileSafety/") {
                inTheRoom += found.count
            } else {
                #expect(found.isEmpty, "\(file.lastPathComponent) has \(found); use WrittenFile.write(to:)")
            }
        }
        #expect(inTheRoom > 0)
    }
}
