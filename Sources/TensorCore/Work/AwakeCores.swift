internal import CVectorKernels
internal import Platform
internal import Synchronization

/// Has the other cores wait awake while `body` goes on, for work of many steps that would be over before a core is woken.
///
/// ```swift
/// let logits = try keepingCoresAwake { try pass.logits() }       // of one token: its products take some 50 microseconds each
/// ```
/// ``onAllCores(_:_:)`` and what stands on it share out smaller steps then.
package func keepingCoresAwake<Result>(_ body: () throws -> Result) rethrows -> Result {
    AwakeCores.askers.add(1, ordering: .relaxed)
    defer { AwakeCores.askers.subtract(1, ordering: .relaxed) }
    return try body()
}

/// Threads, one for each core but the caller's, that look all the time for a share of the next step.
///
/// One caller at a time has them. They sleep while nobody asks for them, and where no step comes for a while.
final class AwakeCores: Sendable {
    fileprivate static let askers = Atomic<Int>(0)
    private static let shared = AwakeCores()

    /// Whether somebody asks for them.
    static var areAskedFor: Bool { askers.load(ordering: .relaxed) > 0 }

    private let isTaken = Atomic<Bool>(false)
    /// The number of the step, and in the low bits how many of its shares nobody has begun.
    private let ticket = Atomic<UInt>(0)
    private let unfinished = Atomic<Int>(0)
    /// What is done for each share: read by those who have begun one, before which the step isn't over.
    nonisolated(unsafe) private var body: ((Int) -> Void)?
    private let sleepers: [Sleeper]

    private static let shareBits: UInt = 0xFFFF
    /// More cores than these wait for memory.
    private static let mostCores = 16
    /// So often a thread looks for work before it sleeps: about a tenth of a millisecond.
    private static let looks = 5000

    private init() {
        sleepers = (1..<max(1, min(MatrixProduct.threadCount, Self.mostCores))).compactMap { _ in
            let sleeper = Sleeper()
            return startThread(stackBytes: 1 << 20) { AwakeCores.shared.work(sleeper) } ? sleeper : nil
        }
    }

    /// Runs `body` for the numbers below `count` on all cores, where they are awake.
    /// - Returns: false where nothing was done, because nobody asked for them or others have them.
    static func perform(_ count: Int, _ body: (Int) -> Void) -> Bool {
        areAskedFor && count < shareBits && shared.perform(count, body)
    }

    private func perform(_ count: Int, _ body: (Int) -> Void) -> Bool {
        let (isMine, _) = isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring)
        guard isMine else { return false }
        defer { isTaken.store(false, ordering: .releasing) }
        withoutActuallyEscaping(body) { body in
            self.body = body
            unfinished.store(count, ordering: .relaxed)
            let step = (ticket.load(ordering: .relaxed) | Self.shareBits) &+ 1
            ticket.store(step | UInt(count), ordering: .sequentiallyConsistent)
            sleepers.forEach { $0.wake() }
            while runShare() {}
            waitForOthers()
            self.body = nil
        }
        return true
    }

    /// Runs a share that nobody has begun; false where there is none.
    private func runShare() -> Bool {
        var seen = ticket.load(ordering: .acquiring)
        while seen & Self.shareBits > 0 {
            let (isMine, now) = ticket.weakCompareExchange(
                expected: seen, desired: seen - 1, ordering: .acquiringAndReleasing)
            if isMine {
                call(Int(seen & Self.shareBits) - 1)
                unfinished.subtract(1, ordering: .releasing)
                return true
            }
            seen = now
        }
        return false
    }

    /// A function of its own, which lets go of `body` before the share counts as finished.
    @inline(never)
    private func call(_ number: Int) { body?(number) }

    /// Another thread may have lost its core in the middle of its share, which it gets back where this one gives it up.
    private func waitForOthers() {
        var looked = 0
        while unfinished.load(ordering: .acquiring) > 0 {
            looked += 1
            if looked < Self.looks { vk_pause() } else { sched_yield() }
        }
    }

    private func work(_ sleeper: Sleeper) {
        while true {
            var looked = 0
            while looked < Self.looks, Self.areAskedFor {
                if runShare() { looked = 0 } else { looked += 1 }
                vk_pause()
            }
            sleeper.sleep { ticket.load(ordering: .sequentiallyConsistent) & Self.shareBits == 0 }
        }
    }
}
