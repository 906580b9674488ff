#if canImport(Glibc)
    package import Glibc
#else
    package import Darwin
#endif

/// How a folder is opened whose names are to be used: on Linux even one that may not be read.
package var openForItsNames: Int32 {
    #if canImport(Glibc)
        // O_PATH, which Swift does not import.
        0o10_000_000
    #else
        O_RDONLY
    #endif
}

/// Sees to it that the disk has room for so many bytes of a file; the error's code where it has none, and 0 where it has,
/// or where the system does not say.
package func reserveOnDisk(_ descriptor: Int32, _ byteCount: Int) -> Int32 {
    #if canImport(Glibc)
        let code = posix_fallocate(descriptor, 0, off_t(byteCount))
        return code == EINVAL || code == EOPNOTSUPP ? 0 : code
    #else
        return 0
    #endif
}

/// When a file was last written.
package func lastWritten(_ status: stat) -> timespec {
    #if canImport(Glibc)
        status.st_mtim
    #else
        status.st_mtimespec
    #endif
}

/// The absolute path of this process's executable, without symbolic links; nil where the system does not say.
package var executablePath: String? {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    #if canImport(Glibc)
        let link = "/proc/self/exe"
    #else
        var (link, size) = ("", UInt32(path.count))
        guard _NSGetExecutablePath(&path, &size) == 0 else { return nil }
        link = String(cString: path)
    #endif
    guard realpath(link, &path) != nil else { return nil }
    return String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}
