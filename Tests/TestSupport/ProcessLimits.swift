internal import Foundation

/// What a test process is allowed from now on. It cannot be taken back: for tests that exit.
package enum ProcessLimits {
    /// Leaves the process so many bytes more of addresses than it has, as `ulimit -v` does.
    package static func leaveAddresses(_ bytes: Int) {
        #if os(Linux)
            limit(RLIMIT_AS, to: pages(0) + bytes)
        #endif
    }

    /// Leaves it so many bytes more of data than it has, as `ulimit -d` does.
    package static func leaveData(_ bytes: Int) {
        #if os(Linux)
            limit(RLIMIT_DATA, to: pages(5) + bytes)
        #endif
    }

    #if os(Linux)
        private static func limit(_ resource: __rlimit_resource, to bytes: Int) {
            var limit = rlimit(rlim_cur: UInt(bytes), rlim_max: UInt(bytes))
            setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
        }

        /// A number of /proc/self/statm, in bytes: all addresses first, data and stack sixth.
        private static func pages(_ place: Int) -> Int {
            let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
            let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
            return (place < numbers.count ? numbers[place] : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
        }
    #endif
}
