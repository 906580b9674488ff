import Testing

/// What is done in one room, so that nothing does it in a way of its own.
struct OneDoorTests {
    @Test func nothingElseWritesFiles() throws {
        try expectOnly(
            "/FileSafety/",
            ["O_CREAT", "O_TRUNC", "createFile(", "write(toFile", "write(to: URL", "options: .atomic", "\"w\")"],
            wayOut: "use WrittenFile.write(to:)")
    }

    /// Work that is shared carries the session along, and a stop reaches it.
    @Test func nothingElseStartsThreads() throws {
        try expectOnly(
            "/TensorCore/Work/", ["concurrentPerform", "DispatchQueue.global"], wayOut: "use onAllCores or inShares")
        try expectOnly("/Platform/", ["pthread_create", "pthread_key_create"], wayOut: "use BackgroundThread")
    }

    @Test func nothingElseAsksWhichSystemThisIs() throws {
        try expectOnly(
            "/Platform/", ["canImport(Glibc)", "canImport(Darwin)", "os(Linux)", "os(macOS)"],
            // A function that replaces the C library's own has to stand in the executable.
            but: ["/OlderSystems.swift"], wayOut: "import Platform, and put there what differs")
    }

    private func expectOnly(
        _ room: String, _ ways: [String], but exceptions: [String] = [], wayOut: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var inTheRoom = 0
        for file in try Repository.sources() {
            let found = ways.filter { file.text.contains($0) }
            if file.path.contains(room) {
                inTheRoom += found.count
            } else if !exceptions.contains(where: file.path.contains) {
                #expect(found.isEmpty, "\(file.name) has \(found); \(wayOut)", sourceLocation: sourceLocation)
            }
        }
        #expect(inTheRoom > 0, sourceLocation: sourceLocation)
    }
}
