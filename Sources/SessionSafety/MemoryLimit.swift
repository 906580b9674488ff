internal import Platform

/// What keeps a process from having more memory, with its size in bytes.
public enum MemoryLimit: Hashable, Sendable, CustomStringConvertible {
    /// The machine's own memory, as far as others leave it.
    case machine(Int)
    /// The process's limit on its address space, as `ulimit -v` sets it.
    case addressSpace(Int)
    /// The process's limit on its data, as `ulimit -d` sets it.
    case data(Int)
    /// The limit of the control group, as a container's or a cluster's job has it.
    case controlGroup(Int)

    public var description: String {
        switch self {
        case .machine(let bytes): "this machine with its \(MemoryShortage.size(bytes))"
        case .addressSpace(let bytes): "the limit of \(MemoryShortage.size(bytes)) on the address space (ulimit -v)"
        case .data(let bytes): "the limit of \(MemoryShortage.size(bytes)) on the process's data (ulimit -d)"
        case .controlGroup(let bytes): "the container's memory limit of \(MemoryShortage.size(bytes))"
        }
    }

    /// The limit that leaves the least now, and what it leaves.
    static var tightest: (limit: MemoryLimit, available: Int) {
        let own = processLimits() + ControlGroup.ofThisProcess.compactMap { $0.reading() }
        return own.reduce(machineMemory) { $1.available < $0.available ? $1 : $0 }
    }

    private static let physicalMemory: Int = {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        return pages > 0 ? pages * pageSize : 8 << 30
    }()

    private static let pageSize = max(1, sysconf(Int32(_SC_PAGESIZE)))

    /// Linux says in /proc/meminfo how much can be had without swapping, and what can be swapped.
    ///
    /// A 32nd of the machine, 1 GB at most, is left to others: where it has nothing left, Linux ends the process that holds most.
    private static var machineMemory: (limit: MemoryLimit, available: Int) {
        guard let text = SystemText(path: "/proc/meminfo"), let free = text.number(after: "MemAvailable:") else {
            return (.machine(physicalMemory), physicalMemory)
        }
        let available = (free + (text.number(after: "SwapFree:") ?? 0)) << 10
        return (.machine(physicalMemory), max(0, available - min(physicalMemory / 32, 1 << 30)))
    }

    /// The limits that the shell or a job's manager set for the process, where they are set.
    private static func processLimits() -> [(limit: MemoryLimit, available: Int)] {
        let (space, data) = (ProcessLimit.addresses.bytes, ProcessLimit.data.bytes)
        guard space != nil || data != nil, let text = SystemText(path: "/proc/self/statm") else { return [] }
        // Pages: the whole address space first, data and stack sixth.
        let pages = text.numbers
        guard pages.count > 5 else { return [] }
        return [
            space.map { (.addressSpace($0), max(0, $0 - pages[0] * pageSize)) },
            data.map { (.data($0), max(0, $0 - pages[5] * pageSize)) },
        ].compactMap { $0 }
    }
}
