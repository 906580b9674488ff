internal import Platform

/// Memory in whole pages from the system, in huge pages where it is large enough: these cost one fault per 2 MB.
enum MappedMemory {
    private static let hugePage = 2 << 20

    /// At least `byteCount` bytes of zeros that take no memory until they are written; nil when there are none.
    static func map(_ byteCount: Int) -> UnsafeMutableRawPointer? {
        guard byteCount >= hugePage else { return pages(byteCount) }
        let byteCount = mapped(byteCount)
        guard let start = pages(byteCount + hugePage) else { return nil }
        // What lies before and behind the aligned part goes back.
        let aligned = UnsafeMutableRawPointer(
            bitPattern: (UInt(bitPattern: start) + UInt(hugePage) - 1) & ~UInt(hugePage - 1))
        guard let aligned else { return nil }
        let before = aligned - start
        if before > 0 { munmap(start, before) }
        if before < hugePage { munmap(aligned + roundedUp(byteCount), hugePage - before) }
        preferHugePages(aligned, byteCount)
        return aligned
    }

    /// Gives back what ``map(_:)`` gave.
    static func unmap(_ address: UnsafeMutableRawPointer, _ byteCount: Int) {
        munmap(address, roundedUp(mapped(byteCount)))
    }

    /// What is mapped for `byteCount` bytes: in a large block, a last huge page that is filled by half is a whole one.
    private static func mapped(_ byteCount: Int) -> Int {
        let rest = byteCount % hugePage
        return byteCount >= 3 * hugePage && rest >= hugePage / 2 ? byteCount - rest + hugePage : byteCount
    }

    private static func pages(_ byteCount: Int) -> UnsafeMutableRawPointer? {
        let flags = MAP_PRIVATE | MAP_ANON | MAP_NORESERVE
        let address = mmap(nil, roundedUp(byteCount), PROT_READ | PROT_WRITE, flags, -1, 0)
        return address == MAP_FAILED ? nil : address
    }

    private static let pageSize = sysconf(Int32(_SC_PAGESIZE))

    private static func roundedUp(_ byteCount: Int) -> Int { (byteCount + pageSize - 1) / pageSize * pageSize }
}
