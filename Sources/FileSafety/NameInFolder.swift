internal import Platform

/// A folder that is held open, and the name of a file in it.
///
/// Its content is made under another name, which is short, so that a name of any legal length, at the end of a path of any legal
/// length, can be replaced.
struct NameInFolder {
    private let folder: Int32
    private let name: String

    /// - Parameter path: what the user called it.
    /// - Throws: ``FileError`` when there is no such folder.
    init(_ target: String, as path: String) throws(FileError) {
        let slash = target.lastIndex(of: "/")
        let folderName = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
        name = slash.map { String(target[target.index(after: $0)...]) } ?? target
        guard !name.isEmpty else { throw FileError(path: path, problem: "ends in a slash; give the name of a file") }
        folder = open(folderName, openForItsNames | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else {
            let code = errno
            throw FileError(path, code, code == ENOENT ? "; there is no folder \(folderName)" : "")
        }
    }

    /// A new file in the folder, open for reading and writing; nil leaves the reason in `errno`.
    ///
    /// What writers to the same place left there when they were killed is removed.
    func newFile(mode: UInt16) -> (name: String, descriptor: Int32)? {
        let names = UnfinishedNames(of: name)
        for attempt in 0..<200 {
            let file = UnfinishedFile(folder: folder, name: names[attempt])
            if let descriptor = file.opened(mode: mode) {
                for later in stride(from: attempt + 1, to: UnfinishedNames.lasting, by: 1) {
                    guard UnfinishedFile(folder: folder, name: names[later]).removedAsAbandoned() else { break }
                }
                return (file.name, descriptor)
            }
            guard errno == EEXIST || errno == EINTR else { return nil }
        }
        return nil
    }

    /// A new file for temporary content that has no name.
    static func namelessFile() -> Int32? {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        guard let place = try? NameInFolder(folder + "/.", as: folder) else { return nil }
        defer { place.close() }
        guard let (name, descriptor) = place.newFile(mode: 0o600) else { return nil }
        place.remove(name, descriptor)
        return descriptor
    }

    /// The file that is there, open for writing; −1 leaves the reason in `errno`.
    func openOld() -> Int32 { openat(folder, name, O_WRONLY | O_CLOEXEC) }

    /// Gives the file of the name `temporary` this place's name; false leaves the reason in `errno`.
    func rename(_ temporary: String) -> Bool { renameat(folder, temporary, folder, name) == 0 }

    /// Removes a file of ``newFile(mode:)``, unless it has taken this place's name and another writer its own.
    func remove(_ name: String, _ descriptor: Int32) {
        UnfinishedFile(folder: folder, name: name).remove(descriptor)
    }

    func close() { _ = systemClose(folder) }
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
