#if canImport(Glibc)
    package import Glibc
#else
    package import Darwin
#endif

/// What the shell or a job's manager lets a process have.
package enum ProcessLimit {
    /// Addresses, as `ulimit -v` limits them.
    case addresses
    /// Data, as `ulimit -d` limits it.
    case data

    /// The limit in bytes; nil where there is none, or where the system does not keep to it.
    package var bytes: Int? {
        #if canImport(Glibc)
            let resource = self == .addresses ? RLIMIT_AS : RLIMIT_DATA
            var bound = rlimit()
            guard getrlimit(__rlimit_resource_t(resource.rawValue), &bound) == 0, bound.rlim_cur < UInt(Int.max) else {
                return nil
            }
            return Int(bound.rlim_cur)
        #else
            return nil
        #endif
    }
}

/// What this process has used so far.
package enum ProcessUse {
    /// The system's own account of it.
    package static var account: rusage {
        var usage = rusage()
        // Glibc's number of whom to ask has a type of its own.
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
            getrusage(RUSAGE_SELF, &usage)
        #endif
        return usage
    }

    /// The most bytes of memory that it has held at a time.
    package static var peakBytes: Int {
        #if canImport(Glibc)
            account.ru_maxrss << 10
        #else
            account.ru_maxrss
        #endif
    }
}

/// Has the system keep so many bytes in huge pages, where it lets a process ask for that.
package func preferHugePages(_ start: UnsafeMutableRawPointer, _ byteCount: Int) {
    #if canImport(Glibc)
        madvise(start, byteCount, MADV_HUGEPAGE)
    #endif
}

/// Has all threads share one heap, for a process whose address space is limited. Called before there are other threads.
///
/// glibc gives each thread a heap in blocks of 64 MB of addresses. Where no such block is left, a page of its own goes
/// with each small object, and the process ends long before its limit is used.
package func shareOneHeap() {
    #if canImport(Glibc)
        guard let symbol = dlsym(nil, "mallopt") else { return }
        let mallopt = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
        let mostArenas = Int32(-8)
        _ = mallopt(mostArenas, 1)
    #endif
}
