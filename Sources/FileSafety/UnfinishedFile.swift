internal import Platform

/// New content of a file while it is written, beside the file under a name of its own.
///
/// Its writer holds its lock, which the system takes away when a process ends in whatever way. So a file without one was left by
/// a writer that was killed, and may be removed.
struct UnfinishedFile {
    /// The folder, held open.
    let folder: Int32
    let name: String

    /// Makes the file, in place of one that was left there; nil leaves the reason in `errno`, `EEXIST` where a writer is at work.
    func opened(mode: UInt16) -> Int32? {
        var descriptor = made(mode)
        if descriptor < 0 && errno == EEXIST {
            descriptor = removedAsAbandoned() ? made(mode) : -1
            if descriptor < 0 { errno = EEXIST }
        }
        guard descriptor >= 0 else { return nil }
        // Where the system has no locks, nobody gets one, and what is left there stays.
        let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
        if isLocked && isCalledSo(descriptor) { return descriptor }
        // Another writer came before the lock, took it for one that was left, and removes it.
        _ = systemClose(descriptor)
        errno = EEXIST
        return nil
    }

    /// Removes what a writer left that was killed; false where there is nothing, or something that is not to be removed.
    func removedAsAbandoned() -> Bool {
        let descriptor = openat(folder, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { _ = systemClose(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0 && remove(descriptor)
    }

    /// Removes the file that is open, whose lock is held, where the name is still its own; false where it is another's by now.
    @discardableResult
    func remove(_ descriptor: Int32) -> Bool { isCalledSo(descriptor) && unlinkat(folder, name, 0) == 0 }

    private func made(_ mode: UInt16) -> Int32 {
        openat(folder, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(mode))
    }

    /// Whether the name still belongs to the file that is open.
    private func isCalledSo(_ descriptor: Int32) -> Bool {
        var (opened, named) = (stat(), stat())
        return fstat(descriptor, &opened) == 0 && fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0
            && opened.st_mode & S_IFMT == S_IFREG && (opened.st_dev, opened.st_ino) == (named.st_dev, named.st_ino)
    }
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
