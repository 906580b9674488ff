import FileSafety
import Foundation
import SessionSafety
import Synchronization
import Testing

/// Saving changes a file's content and nothing else about it, and loses nothing when it fails.
struct WrittenFileTests {
    private let folder = ScratchFolder()

    private func save(_ text: String, to name: String) throws {
        try WrittenFile.write(to: folder.path(name)) { try $0.append(Array(text.utf8)) }
    }

    private func problem(_ text: String = "new", to name: String) -> String {
        let error = #expect(throws: FileError.self, "\(name)") { try save(text, to: name) }
        #expect(error?.path == folder.path(name))
        return error?.problem ?? ""
    }

    @Test func aNewFileHasTheModeThatTheProcessGivesToNewFiles() throws {
        try save("one", to: "a.txt")
        #expect(try folder.text("a.txt") == "one" && folder.names == ["a.txt"])
        let mask = umask(0)
        umask(mask)
        #expect(folder.mode("a.txt") == 0o666 & ~Int(mask))
        try WrittenFile.write(to: folder.path("private"), mode: 0o600) { try $0.append([1]) }
        #expect(folder.mode("private") == 0o600)
    }

    @Test(arguments: [0o600, 0o640, 0o644, 0o755, 0o666, 0o200])
    func aFileKeepsItsMode(_ mode: Int) throws {
        try folder.make("a.txt", "old", mode: mode)
        try save("new", to: "a.txt")
        #expect(folder.mode("a.txt") == mode && folder.names == ["a.txt"])
        chmod(folder.path("a.txt"), 0o600)
        #expect(try folder.text("a.txt") == "new")
    }

    @Test func aFileKeepsItsOwner() throws {
        guard getuid() == 0 else { return }
        try folder.make("a.txt", "old", mode: 0o644)
        #expect(chown(folder.path("a.txt"), 12345, 54321) == 0)
        try save("new", to: "a.txt")
        let facts = try FileManager.default.attributesOfItem(atPath: folder.path("a.txt"))
        #expect(facts[.ownerAccountID] as? Int == 12345 && facts[.groupOwnerAccountID] as? Int == 54321)
        #expect(try folder.text("a.txt") == "new" && folder.mode("a.txt") == 0o644)
    }

    @Test(arguments: [0o444, 0o400, 0o555, 0o000])
    func aWriteProtectedFileIsRefusedToRootToo(_ mode: Int) throws {
        try folder.make("a.txt", "old", mode: mode)
        let problem = problem(to: "a.txt")
        #expect(problem.hasPrefix("Permission denied") && problem.contains("chmod u+w"), "\(problem)")
        #expect(folder.mode("a.txt") == mode && folder.names == ["a.txt"])
        chmod(folder.path("a.txt"), 0o600)
        #expect(try folder.text("a.txt") == "old")
    }

    @Test func linksStayAndTheirEndIsWritten() throws {
        try folder.make("inner/target", "old", mode: 0o600)
        folder.link("link", to: "inner/target")
        folder.link("chain", to: "link")
        folder.link("absolute", to: folder.path("chain"))
        for name in ["link", "chain", "absolute"] {
            try save("by \(name)", to: name)
            #expect(try folder.text("inner/target") == "by \(name)" && folder.isLink(name))
        }
        #expect(folder.mode("inner/target") == 0o600)
        #expect(folder.names == ["absolute", "chain", "inner", "link"])
    }

    @Test func aDanglingLinkMakesItsTarget() throws {
        folder.link("link", to: "later.txt")
        folder.link("chain", to: "./link")
        try save("new", to: "chain")
        #expect(try folder.text("later.txt") == "new" && folder.isLink("link") && folder.isLink("chain"))
        folder.link("nowhere", to: "no/such/folder/file")
        #expect(problem(to: "nowhere").contains("there is no folder"))
        folder.link("circle", to: "circle")
        #expect(problem(to: "circle").contains("symbolic links"))
    }

    @Test func everyNameOfAFileSeesWhatIsWritten() throws {
        try folder.make("a.txt", "a long old text", mode: 0o640)
        #expect(link(folder.path("a.txt"), folder.path("b.txt")) == 0)
        for text in ["new", "another text, longer than the old one was"] {
            try save(text, to: "b.txt")
            #expect(try folder.text("a.txt") == text && folder.text("b.txt") == text)
        }
        #expect(folder.mode("a.txt") == 0o640 && folder.names == ["a.txt", "b.txt"])
    }

    @Test func namesOfAllLegalLengths() throws {
        for length in [1, 200, 240, 250, 255] {
            let name = String(repeating: "n", count: length)
            try save("\(length)", to: name)
            try save("again", to: name)
            #expect(try folder.text(name) == "again")
        }
        #expect(problem(to: String(repeating: "n", count: 256)).contains("too long"))
        try save("é", to: String(repeating: "é", count: 127))
        #expect(folder.names.count == 6)
    }

    @Test func whatIsNoPlaceForAFile() throws {
        try folder.make("inner/file", "old", mode: 0o644)
        #expect(problem(to: "inner").contains("is a folder"))
        #expect(problem(to: "inner/").contains("is a folder"))
        #expect(problem(to: "none/a.txt").contains("there is no folder \(folder.path("none"))"))
        #expect(problem(to: "none/").contains("slash"))
        #expect(problem(to: "inner/file/a.txt").contains("Not a directory"))
        #expect(problem(to: "a\0b").contains("zero byte"))
        for path in ["", "/"] {
            #expect(throws: FileError.self) { try WrittenFile.write(to: path) { _ in } }
        }
        #expect(folder.names == ["inner"])
    }

    @Test func aFolderThatTakesNoFiles() throws {
        try folder.make("closed/a.txt", "old", mode: 0o644)
        chmod(folder.path("closed"), 0o555)
        defer { chmod(folder.path("closed"), 0o755) }
        // What may be written to is; root may make new files here as everywhere.
        try save("new", to: "closed/a.txt")
        #expect(try folder.text("closed/a.txt") == "new")
        if getuid() == 0 {
            try save("new", to: "closed/b.txt")
        } else {
            #expect(problem(to: "closed/b.txt").contains("Permission denied"))
        }
    }

    @Test func whatFailsOnTheWayLeavesTheOldFile() throws {
        struct Failure: Error {}
        try folder.make("a.txt", "old", mode: 0o600)
        for name in ["a.txt", "new.txt"] {
            #expect(throws: Failure.self) {
                try WrittenFile.write(to: folder.path(name)) { file in
                    try file.append(Array("half".utf8))
                    throw Failure()
                }
            }
        }
        #expect(try folder.text("a.txt") == "old" && folder.names == ["a.txt"])
    }

    /// What a file's unfinished content is called, as the only other name in the folder while it is written.
    private func unfinishedName(of name: String) throws -> String {
        var names: Set<String> = []
        try WrittenFile.write(to: folder.path(name)) { _ in names = Set(folder.names) }
        return try #require(names.subtracting([name]).first)
    }

    @Test(arguments: ["a.txt", String(repeating: "é", count: 127)])
    func whatAKilledWriterLeftGoesWithTheNextSave(_ name: String) throws {
        let left = try unfinishedName(of: name)
        #expect(left.hasPrefix(".") && left.hasSuffix("-0.unfinished"))
        // Of two writers at once, both killed.
        let lefts = [left, left.replacingOccurrences(of: "-0.", with: "-1.")]
        for left in lefts { try folder.make(left, "half", mode: 0o600) }
        try folder.make("other", "old", mode: 0o600)
        try save("new", to: "other")
        #expect(Set(folder.names) == Set(lefts + [name, "other"]))
        try save("new", to: name)
        #expect(try Set(folder.names) == [name, "other"] && folder.text(name) == "new")
    }

    @Test func writersAtTheSameTimeLeaveEachOtherAlone() throws {
        func write(_ text: String, depth: Int) throws {
            try WrittenFile.write(to: folder.path("a.txt")) { file in
                try file.append(Array(text.utf8))
                if depth > 0 { try write("inner", depth: depth - 1) }
                #expect(folder.names.count { $0.hasSuffix(".unfinished") } == 20 - depth)
            }
        }
        try write("outer", depth: 19)
        #expect(try folder.text("a.txt") == "outer" && folder.names == ["a.txt"])
    }

    @Test func aCrowdThatWritesToOnePlaceLosesNothing() throws {
        let failures = Mutex<[String]>([])
        let path = folder.path("a.txt")
        DispatchQueue.concurrentPerform(iterations: 8) { number in
            let bytes = [UInt8](repeating: UInt8(number + 65), count: 1000)
            for _ in 0..<200 {
                do { try WrittenFile.write(to: path) { try $0.append(bytes) } } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
        }
        #expect(failures.withLock(\.self).isEmpty && folder.names == ["a.txt"])
        let text = try folder.text("a.txt")
        #expect(text.count == 1000 && Set(text).count == 1)
    }

    @Test func whatSomebodyElseCallsLikeUnfinishedContentStays() throws {
        let name = try unfinishedName(of: "a.txt")
        try folder.make(name + "/file", "theirs", mode: 0o600)
        try save("new", to: "a.txt")
        #expect(try folder.text(name + "/file") == "theirs" && folder.text("a.txt") == "new")
        try FileManager.default.removeItem(atPath: folder.path(name))
        try folder.make("theirs", "theirs", mode: 0o600)
        folder.link(name, to: "theirs")
        try save("newer", to: "a.txt")
        #expect(try folder.text("theirs") == "theirs" && folder.isLink(name) && folder.text("a.txt") == "newer")
    }

    @Test func devicesAreWrittenTo() throws {
        try WrittenFile.write(to: "/dev/null") { try $0.append(Array("gone".utf8)) }
        #expect(
            try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
                == .typeCharacterSpecial)
        folder.link("null", to: "/dev/null")
        try save("gone", to: "null")
        #expect(folder.isLink("null"))
        #if os(Linux)
            let error = #expect(throws: FileError.self) {
                try WrittenFile.write(to: "/dev/full") { try $0.append([1]) }
            }
            #expect(error?.problem.contains("No space left") == true)
        #endif
    }
}
