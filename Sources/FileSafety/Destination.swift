internal import Platform

/// What lies where something is to be written.
enum Destination {
    /// An ordinary file, or none yet: its path behind all links, and what the system says of it.
    case file(String, stat?)
    /// A pipe, a device, or what one of this process's own files is called.
    case stream(appending: Bool)

    /// - Throws: ``FileError`` for a folder, for what may not be written to, and for no path at all.
    init(_ path: String) throws(FileError) {
        guard !path.isEmpty else { throw FileError(path: path, problem: "is no path; give a file's name") }
        guard !path.utf8.contains(0) else {
            throw FileError(path: path, problem: "holds a zero byte, which ends a path")
        }
        let (end, isOwn) = try Self.end(of: path)
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw FileError(path, errno) }
            self = .file(end, nil)
            return
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw FileError(path: path, problem: "is a folder; give the name of a file in it")
        }
        try Self.checkPermission(path, status)
        let isFile = status.st_mode & S_IFMT == S_IFREG
        self = isFile && !isOwn ? .file(end, status) : .stream(appending: isFile)
    }

    static func isPipe(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
    }

    /// A file that nobody may write to is protected from root too, who would be let through.
    private static func checkPermission(_ path: String, _ status: stat) throws(FileError) {
        guard status.st_mode & 0o222 != 0 else {
            let mode = String(status.st_mode & 0o7777, radix: 8)
            throw FileError(
                path, EACCES, "; the file is write-protected (mode 0\(mode)): save under another name, or run chmod u+w"
            )
        }
        guard faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 else {
            throw FileError(path, errno, "; save under another name")
        }
    }

    /// Where the links at `path` end, whether something is there or not; and whether they lead to an open file of a process.
    private static func end(of path: String) throws(FileError) -> (path: String, isOwn: Bool) {
        var (end, isOwn) = (path, false)
        for _ in 0..<40 {
            if end.hasPrefix("/proc/") || end.hasPrefix("/dev/fd/") { isOwn = true }
            guard let target = link(at: end) else { return (end, isOwn) }
            let folder = end.lastIndex(of: "/").map { end[...$0] } ?? ""
            end = target.hasPrefix("/") ? target : folder + target
        }
        throw FileError(path, ELOOP)
    }

    private static func link(at path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = readlink(path, &buffer, buffer.count - 1)
        return count > 0 ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }
}
