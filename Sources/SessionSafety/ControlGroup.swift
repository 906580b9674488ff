/// A control group's memory limit, in the files of either version of Linux's interface.
package struct ControlGroup {
    private let limitPath: String
    private let usagePath: String
    private let statisticsPath: String
    /// The line of the statistics that says how much of the usage is files that can be dropped.
    private let droppable: String

    /// The groups that this process is in, from its own to the outermost.
    static let ofThisProcess = groups(SystemText(path: "/proc/self/cgroup")?.text ?? "", root: "/sys/fs/cgroup")

    /// The groups that `text`, the contents of /proc/self/cgroup, names under the folder `root`.
    package static func groups(_ text: String, root: String) -> [ControlGroup] {
        text.split(separator: "\n").flatMap { line -> [ControlGroup] in
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { return [] }
            let isSecondVersion = fields[0] == "0" && fields[1].isEmpty
            guard isSecondVersion || fields[1].split(separator: ",").contains("memory") else { return [] }
            let folder = isSecondVersion ? root : root + "/memory"
            return ancestors(of: String(fields[2])).map { ControlGroup(folder + $0, isSecondVersion: isSecondVersion) }
                .filter { $0.limit != nil }
        }
    }

    /// `/a/b`, `/a` and the empty text, which is the outermost group: in a container it is the container's own.
    private static func ancestors(of path: String) -> [String] {
        let parts = path.split(separator: "/")
        return (0...parts.count).reversed().map { parts.prefix($0).map { "/" + $0 }.joined() }
    }

    private init(_ folder: String, isSecondVersion: Bool) {
        limitPath = folder + (isSecondVersion ? "/memory.max" : "/memory.limit_in_bytes")
        usagePath = folder + (isSecondVersion ? "/memory.current" : "/memory.usage_in_bytes")
        statisticsPath = folder + "/memory.stat"
        droppable = isSecondVersion ? "inactive_file" : "total_inactive_file"
    }

    private var limit: Int? { SystemText(path: limitPath)?.numbers.first }

    /// The limit and what it leaves now; nil where there is none.
    package func reading() -> (limit: MemoryLimit, available: Int)? {
        guard let limit, limit < Int.max / 2, let usage = SystemText(path: usagePath)?.numbers.first else { return nil }
        let files = SystemText(path: statisticsPath)?.number(after: droppable) ?? 0
        return (.controlGroup(limit), max(0, limit - usage + min(files, usage)))
    }
}
