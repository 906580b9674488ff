import Dispatch
import FileSafety
import Foundation
import SessionSafety
import Testing

/// A pipe stays a pipe: what is saved to it arrives at its reader.
struct PipeTests {
    private let folder = ScratchFolder()

    @Test func aReaderGetsEverything() throws {
        let path = folder.path("pipe")
        #expect(mkfifo(path, 0o600) == 0)
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
        let (done, group) = (DispatchQueue(label: "reader"), DispatchGroup())
        nonisolated(unsafe) var received: [UInt8] = []
        done.async(group: group) {
            let reader = openReader(path)
            defer { close(reader) }
            var part = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = systemRead(reader, &part), count > 0 { received += part[..<count] }
        }
        try WrittenFile.write(to: path) { try $0.append(bytes) }
        group.wait()
        #expect(received == bytes && folder.names == ["pipe"])
    }

    @Test func aReaderThatLeavesIsAnErrorAndNoEnd() throws {
        let path = folder.path("pipe")
        #expect(mkfifo(path, 0o600) == 0)
        let reader = open(path, O_RDONLY | O_NONBLOCK)
        let error = #expect(throws: FileError.self) {
            try WrittenFile.write(to: path) { file in
                close(reader)
                try file.append([1, 2, 3])
            }
        }
        #expect(error?.problem == "Broken pipe")
    }
}

/// Waits for a writer, also when a signal that another test sends comes in between.
private func openReader(_ path: String) -> Int32 {
    while true {
        let descriptor = open(path, O_RDONLY)
        if descriptor >= 0 || errno != EINTR { return descriptor }
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count >= 0 || errno != EINTR { return count }
    }
}
