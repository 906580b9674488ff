import FileSafety
import Foundation
import SessionSafety
import Testing

/// A disk that is full, or a process that may not write more, costs nothing but the new file. One after the other, since
/// the limit is the whole process's.
@Suite(.serialized)
struct FullDiskTests {
    private let folder = ScratchFolder()

    @Test func theLargestFileThatAProcessMayWrite() throws {
        try folder.make("a.txt", "old", mode: 0o600)
        try folder.make("b.txt", "old", mode: 0o600)
        #expect(link(folder.path("b.txt"), folder.path("c.txt")) == 0)
        var before = rlimit()
        #expect(getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before) == 0)
        var limit = rlimit(rlim_cur: 1 << 20, rlim_max: before.rlim_max)
        #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
        defer { setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before) }
        for name in ["a.txt", "b.txt", "new.txt"] {
            let error = #expect(throws: FileError.self) {
                try WrittenFile.write(to: folder.path(name)) { try $0.append([UInt8](repeating: 7, count: 3 << 20)) }
            }
            #expect(error?.problem == "File too large")
        }
        #expect(folder.names == ["a.txt", "b.txt", "c.txt"])
        for name in folder.names { #expect(try folder.text(name) == "old") }
    }

    #if os(Linux)
        @Test func aFullDisk() throws {
            // Only root may make a small disk.
            guard getuid() == 0, mount("swiftlens", folder.path, "tmpfs", 0, "size=1m") == 0 else { return }
            defer { umount(folder.path) }
            try folder.make("a.txt", "old", mode: 0o600)
            try folder.make("b.txt", "old", mode: 0o600)
            #expect(link(folder.path("b.txt"), folder.path("c.txt")) == 0)
            for name in ["a.txt", "b.txt", "new.txt"] {
                let error = #expect(throws: FileError.self) {
                    try WrittenFile.write(to: folder.path(name)) {
                        try $0.append([UInt8](repeating: 7, count: 3 << 20))
                    }
                }
                #expect(error?.problem.contains("No space left") == true)
            }
            #expect(folder.names == ["a.txt", "b.txt", "c.txt"])
            for name in folder.names { #expect(try folder.text(name) == "old") }
        }
    #endif
}
