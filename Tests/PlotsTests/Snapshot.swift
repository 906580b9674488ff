import Foundation
import Testing

/// Expects `text` to be what lies in `Snapshots/<name>`.
///
/// With `UPDATE_SNAPSHOTS=1` in the environment the file is rewritten and the test fails once, so that a rewrite is
/// never taken for a pass.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record(
            "rewrote \(name); look at it, then run again without UPDATE_SNAPSHOTS", sourceLocation: sourceLocation)
        return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let isSame = text == expected
    #expect(isSame, "\(name) differs; UPDATE_SNAPSHOTS=1 rewrites it", sourceLocation: sourceLocation)
}
