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
            let reader = open(path, O_RDONLY)
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

private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    read(descriptor, &buffer, buffer.count)
}
