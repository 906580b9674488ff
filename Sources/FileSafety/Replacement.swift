internal import Platform

/// The new content of an ordinary file, beside it under another name until it is whole.
struct Replacement {
    /// What is written to.
    let file: WrittenFile
    private let place: NameInFolder
    private let old: stat?
    /// The name beside the file; nil when the folder takes no new files, and the content waits in a nameless one.
    private let temporaryName: String?
    /// Whether taking the old file's name loses nothing that belongs to it.
    private let keepsAll: Bool

    /// - Parameters:
    ///   - old: what the system says of the file that is there; nil when there is none.
    ///   - path: what the user called it.
    /// - Throws: ``FileError`` when there is nowhere to write to.
    init(of target: String, _ old: stat?, as path: String, mode: UInt16) throws(FileError) {
        place = try NameInFolder(target, as: path)
        self.old = old
        // Nobody else may read a private file's new content before its mode is known.
        let opened = place.newFile(mode: old == nil ? mode : 0o600)
        if let opened {
            (temporaryName, file) = (opened.name, WrittenFile(descriptor: opened.descriptor, path: path))
            keepsAll = old.map { Self.copy($0, to: opened.descriptor) } ?? true
            return
        }
        let code = errno
        guard old != nil, code == EACCES || code == EPERM, let nameless = NameInFolder.namelessFile() else {
            place.close()
            throw FileError(
                path, code,
                code == EACCES ? "; the folder takes no new files: save in another, or run chmod u+w on it" : "")
        }
        (temporaryName, file, keepsAll) = (nil, WrittenFile(descriptor: nameless, path: path), false)
    }

    /// Puts the content where the file is.
    func takePlace() throws(FileError) {
        if let temporaryName, keepsAll {
            if place.rename(temporaryName) { return }
            let code = errno
            // A file that is mounted by itself, or another's in a folder for everybody, can't change its place.
            guard old != nil, [EBUSY, EPERM, EACCES, EXDEV].contains(code) else { throw FileError(file.path, code) }
        }
        try copyInPlace()
    }

    /// Closes what is open, and leaves nothing behind beside the file.
    func close() {
        if let temporaryName { place.remove(temporaryName, file.descriptor) }
        _ = systemClose(file.descriptor)
        place.close()
    }

    /// Gives a new file the owner and the mode of the old one; false when there is more that would get lost.
    private static func copy(_ old: stat, to descriptor: Int32) -> Bool {
        var new = stat()
        guard fstat(descriptor, &new) == 0, old.st_nlink == 1 else { return false }
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid), fchown(descriptor, old.st_uid, old.st_gid) != 0 {
            return false
        }
        return fchmod(descriptor, old.st_mode & 0o7777) == 0
    }

    /// Writes into the old file itself, once all of the content and the room for it are there.
    ///
    /// This isn't stopped: half of it would be neither the old file nor the new one.
    private func copyInPlace() throws(FileError) {
        let target = place.openOld()
        guard target >= 0 else { throw FileError(file.path, errno) }
        defer { _ = systemClose(target) }
        let count = lseek(file.descriptor, 0, SEEK_END)
        let oldCount = old?.st_size ?? 0
        let code = count > oldCount ? WriteSignals.held { reserveOnDisk(target, Int(count)) } : 0
        guard code == 0 else {
            ftruncate(target, oldCount)
            throw FileError(file.path, code)
        }
        try copy(Int(count), to: target)
        guard ftruncate(target, count) == 0 else { throw FileError(file.path, errno) }
    }

    private func copy(_ count: Int, to target: Int32) throws(FileError) {
        var buffer = [UInt8](repeating: 0, count: min(max(count, 1), 1 << 20))
        var done = 0
        while done < count {
            let got = pread(file.descriptor, &buffer, buffer.count, off_t(done))
            guard got > 0 else { throw FileError(file.path, got == 0 ? EIO : errno) }
            var written = 0
            while written < got {
                let rest = buffer[written..<got]
                let (part, code) = rest.withUnsafeBytes { bytes in
                    bytes.baseAddress.map { start in
                        WriteSignals.held { systemWrite(target, start, bytes.count) }
                    } ?? (0, EIO)
                }
                if part < 0 && code == EINTR { continue }
                guard part > 0 else { throw FileError(file.path, code) }
                written += part
            }
            done += got
        }
    }
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
