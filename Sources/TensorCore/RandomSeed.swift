internal import Synchronization

/// Where the shared random generator started, so that what came of it can say so.
package enum RandomSeed {
    private static let last = Atomic<Int>(0)

    /// What ``manualSeed(_:)`` was last given; 0 before that.
    package static var current: Int { last.load(ordering: .relaxed) }

    static func note(_ seed: Int) { last.store(seed, ordering: .relaxed) }
}
