#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What engines that start many processes tell each of them about its place among them.
package struct ShardEnvironment {
    package static var ofThisProcess: [String: String] { ProcessInfo.processInfo.environment }

    let variables: [String: String]

    /// - Throws: ``SweepPartError/badShard(_:)`` where the variables contradict each other.
    func place() throws -> ShardPlace {
        if let text = variables["SWIFTLENS_SHARD"], !text.isEmpty { return try given(text) }
        let total = try number("SWIFTLENS_SHARDS")
        // An array's task may itself be several processes.
        let (array, rank) = (try arrayTask(), try rank())
        guard array != nil || rank != nil else {
            guard let total, total != 1 else { return .everything }
            throw SweepPartError.badShard(
                "SWIFTLENS_SHARDS is \(total), and nothing says which of them this process is; set SWIFTLENS_SHARD=1/\(total)"
            )
        }
        let (outer, inner) = (array ?? Found(index: 0, count: 1), rank ?? Found(index: 0, count: 1))
        let index = outer.index * (inner.count ?? 1) + inner.index
        guard let count = total ?? outer.count.map({ $0 * (inner.count ?? 1) }) else {
            throw SweepPartError.badShard(
                "this is task \(index) of an array whose length is not known; set SWIFTLENS_SHARDS to the number of its tasks"
            )
        }
        guard (0..<max(1, count)).contains(index) else {
            throw SweepPartError.badShard(
                "this is task \(index), counted from 0, of \(count); an array of \(count) goes from 0 to \(count - 1)")
        }
        return ShardPlace(index: index, count: count)
    }

    /// A process among others; of some engines the number of all is not known.
    private struct Found {
        var index: Int
        var count: Int?
    }

    /// `3/16`.
    private func given(_ text: String) throws -> ShardPlace {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1], count > 0, (1...count).contains(number)
        else {
            throw SweepPartError.badShard("SWIFTLENS_SHARD is \"\(text)\"; write it as 3/16: from 1/16 to 16/16")
        }
        return ShardPlace(index: number - 1, count: count)
    }

    // MARK: Arrays of tasks

    private func arrayTask() throws -> Found? {
        if let id = try number("SLURM_ARRAY_TASK_ID") {
            let (first, step) = (try number("SLURM_ARRAY_TASK_MIN") ?? 0, try number("SLURM_ARRAY_TASK_STEP") ?? 1)
            return Found(index: (id - first) / max(1, step), count: try number("SLURM_ARRAY_TASK_COUNT"))
        }
        if let index = try number("JOB_COMPLETION_INDEX") { return Found(index: index) }
        if let text = variables["SGE_TASK_ID"], text != "undefined", let id = try number("SGE_TASK_ID") {
            let (first, step) = (try number("SGE_TASK_FIRST") ?? 1, max(1, try number("SGE_TASK_STEPSIZE") ?? 1))
            let last = try number("SGE_TASK_LAST")
            return Found(index: (id - first) / step, count: last.map { ($0 - first) / step + 1 })
        }
        for name in ["PBS_ARRAY_INDEX", "PBS_ARRAYID"] {
            if let index = try number(name) { return Found(index: index) }
        }
        return nil
    }

    // MARK: Processes that were started together

    private func rank() throws -> Found? {
        // SLURM_PROCID alone is set in a batch script too, which is one process.
        let names = [
            ("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"), ("PMI_RANK", "PMI_SIZE"),
            ("SLURM_PROCID", "SLURM_STEP_NUM_TASKS"),
        ]
        for (rank, size) in names {
            if let index = try number(rank), let count = try number(size) { return Found(index: index, count: count) }
        }
        return nil
    }

    private func number(_ name: String) throws -> Int? {
        guard let text = variables[name], !text.isEmpty else { return nil }
        guard let number = Int(text), number >= 0, number < 1 << 31 else {
            throw SweepPartError.badShard("\(name) is \"\(text)\", which is no number of a process")
        }
        return number
    }
}
