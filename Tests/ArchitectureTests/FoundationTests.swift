import Foundation
import Testing

/// Of Foundation, the executable holds the part without ICU: all of it would be 45 MB more to download and to load.
struct FoundationTests {
    @Test func onlyEssentialsAreImported() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.allObjects ?? []
        var seen = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
            seen += 1
            for (number, line) in lines.enumerated() where line.hasSuffix("import Foundation") && !line.contains("//") {
                let isOtherwise =
                    number > 1 && lines[number - 1] == "#else" && lines[number - 2].hasSuffix("FoundationEssentials")
                #expect(
                    isOtherwise,
                    "\(file.lastPathComponent) imports Foundation; write #if canImport(FoundationEssentials) … #else … #endif"
                )
            }
        }
        #expect(seen > 100)
    }
}
