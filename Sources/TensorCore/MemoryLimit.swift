#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension MemoryPool {
    /// The largest allocation that is allowed now, in bytes: what the machine has free.
    ///
    /// Small requests are only held against the machine's memory as a whole, which costs nothing to know.
    static func available(toCover byteCount: Int) -> Int {
        guard byteCount > 256 << 20 else { return physicalMemory }
        return min(physicalMemory, memoryFree ?? physicalMemory)
    }

    private static let physicalMemory: Int = {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let pageSize = sysconf(Int32(_SC_PAGESIZE))
        return pages > 0 && pageSize > 0 ? pages * pageSize : 8 << 30
    }()

    /// Linux says in /proc/meminfo how much can be had without swapping.
    private static var memoryFree: Int? {
        guard let file = fopen("/proc/meminfo", "r") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard text.hasPrefix("MemAvailable:") else { continue }
            return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
        }
        return nil
    }
}
