import Foundation
import SessionSafety
import Testing

/// Both versions of Linux's control groups, as their files lie on disk.
struct ControlGroupTests {
    @Test func theSecondVersionsLimitLeavesWhatIsNotUsedAndWhatCanBeDropped() throws {
        let root = try Folder()
        try root.write("job/memory.max", "1000000\n")
        try root.write("job/memory.current", "700000\n")
        try root.write("job/memory.stat", "anon 500000\ninactive_file 200000\nactive_file 0\n")
        let groups = ControlGroup.groups("0::/job/step\n", root: root.path)
        #expect(groups.map { $0.reading()?.limit } == [.controlGroup(1_000_000)])
        #expect(groups.first?.reading()?.available == 500_000)
    }

    @Test func theFirstVersionsLimitIsFoundFromInsideAContainerToo() throws {
        let root = try Folder()
        try root.write("memory/memory.limit_in_bytes", "2000000\n")
        try root.write("memory/memory.usage_in_bytes", "1500000\n")
        let groups = ControlGroup.groups("5:cpu:/x\n4:cpuset,memory:/docker/abc\n", root: root.path)
        #expect(groups.map { $0.reading()?.available } == [500_000])
    }

    @Test func noLimitIsNone() throws {
        let root = try Folder()
        try root.write("memory.max", "max\n")
        try root.write("memory/memory.limit_in_bytes", "9223372036854771712\n")
        try root.write("memory/memory.usage_in_bytes", "1\n")
        let groups = ControlGroup.groups("4:memory:/\n0::/\n", root: root.path)
        #expect(groups.allSatisfy { $0.reading() == nil })
    }
}

/// A folder for one test.
private final class Folder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: false, encoding: .utf8)
    }
}
