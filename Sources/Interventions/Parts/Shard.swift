/// Which part of a sweep this process computes. Parts 1 to n together are all of it.
///
/// ```swift
/// let sweep = try model.ablateHeads(
///     tokens, methods: [.zero], shard: .current, savingTo: "parts/zero", metric: metric)
/// ```
public enum Shard: Sendable, Hashable {
    /// What the engine that started this process says in its environment: `SWIFTLENS_SHARD=3/16`, or the variables of Slurm
    /// arrays and steps, Open MPI, PMI, indexed jobs of Kubernetes, SGE and PBS. Where nothing is said, everything.
    ///
    /// `SWIFTLENS_SHARDS=16` gives the number of parts where an engine gives none, or another.
    case current
    /// One of so many parts, counted from 1: `.part(3, of: 16)`.
    case part(_ number: Int, of: Int)
}

/// A part, counted from 0.
package struct ShardPlace: Sendable, Hashable {
    package static let everything = ShardPlace(index: 0, count: 1)

    package let index: Int
    package let count: Int

    package init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    /// Whether the element of that number belongs to it. Parts take turns, so that each gets as much of early layers,
    /// which take longer, as of late ones.
    func holds(_ number: Int) -> Bool { number % count == index }
}

extension Shard {
    /// - Throws: ``SweepPartError/badShard(_:)``.
    package func place(environment: [String: String] = ShardEnvironment.ofThisProcess) throws -> ShardPlace {
        switch self {
        case .current: return try ShardEnvironment(variables: environment).place()
        case .part(let number, let count):
            guard count > 0, (1...count).contains(number) else {
                throw SweepPartError.badShard(
                    "part \(number) of \(count) is none; parts are counted from 1 to their number")
            }
            return ShardPlace(index: number - 1, count: count)
        }
    }
}
