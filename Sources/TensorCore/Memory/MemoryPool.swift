internal import Platform
internal import SessionSafety
internal import Synchronization

/// Keeps blocks that tensors have finished with for the next ones of that size.
///
/// Fresh memory costs a page fault per 4 kB, about 15 % of a forward pass; memory that was used a moment ago costs nothing.
final class MemoryPool: Sendable {
    /// A piece of memory and its size class. It has one owner at a time: a storage, or the pool under its lock.
    struct Block: @unchecked Sendable {
        let address: UnsafeMutableRawPointer
        let byteCount: Int

        func setZero() { address.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount) }
    }

    static let shared: MemoryPool = {
        let pool = MemoryPool()
        // What is kept for later tensors counts as used, and may be just what is missing elsewhere.
        MemoryBudget.beforeRefusing { pool.releaseUnused() }
        return pool
    }()

    /// At most this much unused memory is kept; larger blocks than ``largestKept`` go straight back to the system.
    static let keptBytes = 192 << 20
    /// So much of it while work goes on that needs the same again and again, ``keepingMore(_:)``.
    static let mostKeptBytes = 1 << 30
    static let largestKept = 48 << 20

    /// So much covers the sizes that a forward pass goes through in turn.
    private static let enoughBytes = 64 << 20

    /// Unused blocks of one size.
    private struct Shelf {
        var blocks: [Block] = []
        /// When one was last asked for or given back.
        var lastUse = 0
    }

    private struct State {
        var shelves: [Int: Shelf] = [:]
        var bytes = 0
        var time = 0
        /// How many pieces of work go on that ask for more to be kept.
        var askers = 0
        /// Below it, one size doesn't drive out another.
        var enough: Int { askers > 0 ? MemoryPool.mostKeptBytes : MemoryPool.enoughBytes }
        var limit: Int { askers > 0 ? MemoryPool.mostKeptBytes : MemoryPool.keptBytes }
    }
    private let state = Mutex(State())

    /// A block of at least `byteCount` bytes with undefined contents.
    func take(byteCount: Int) throws(TensorError) -> Block {
        if let block = kept(Self.sizeClass(byteCount)) { return block }
        // What is kept doesn't fit the work at hand: of what is more than enough, as much goes as comes.
        state.withLock { Self.makeRoom(&$0, atMost: max($0.enough, $0.bytes - byteCount)) }.forEach(release)
        return try takeFresh(byteCount: byteCount)
    }

    /// The same of memory that costs nothing until it is written, for contents that may never be needed.
    func takeUntouched(byteCount: Int) throws(TensorError) -> Block {
        // What little is kept would only lie there.
        if byteCount <= Self.largestShared, let block = kept(Self.sizeClass(byteCount)) { return block }
        return try takeFresh(byteCount: byteCount)
    }

    private func takeFresh(byteCount: Int) throws(TensorError) -> Block {
        let size = Self.sizeClass(byteCount)
        do { try MemoryBudget.check(bytes: size) } catch { throw .tooLarge(error) }
        guard let address = size >= Self.smallestMapped ? MappedMemory.map(size) : Self.allocate(size) else {
            throw .tooLarge(MemoryBudget.shortage(of: byteCount))
        }
        return Block(address: address, byteCount: size)
    }

    /// Takes a block back, to keep in the place of those whose size was not used for longest, or to free.
    func give(back block: Block) {
        guard block.byteCount <= Self.largestKept else { return release(block) }
        let outdated = state.withLock { state in
            let outdated = Self.makeRoom(&state, atMost: state.limit - block.byteCount)
            state.time += 1
            state.shelves[block.byteCount, default: Shelf()].blocks.append(block)
            state.shelves[block.byteCount]?.lastUse = state.time
            state.bytes += block.byteCount
            return outdated
        }
        outdated.forEach(release)
    }

    /// Keeps more while `body` goes on, whose steps take and leave the same blocks.
    func keepingMore<Result>(_ body: () throws -> Result) rethrows -> Result {
        state.withLock { $0.askers += 1 }
        defer {
            let outdated = state.withLock { state in
                state.askers -= 1
                return Self.makeRoom(&state, atMost: state.limit)
            }
            outdated.forEach(release)
        }
        return try body()
    }

    /// How much is kept unused.
    var keptByteCount: Int { state.withLock { $0.bytes } }

    /// Gives everything unused back to the system.
    func releaseUnused() { state.withLock { Self.makeRoom(&$0, atMost: 0) }.forEach(release) }

    /// Takes blocks off, of the size that was not used for longest first, until `limit` bytes are kept.
    private static func makeRoom(_ state: inout State, atMost limit: Int) -> [Block] {
        var outdated: [Block] = []
        while state.bytes > max(0, limit) {
            guard let oldest = state.shelves.min(by: { $0.value.lastUse < $1.value.lastUse })?.key else { break }
            guard let block = state.shelves[oldest]?.blocks.popLast() else {
                state.shelves[oldest] = nil
                continue
            }
            state.bytes -= block.byteCount
            outdated.append(block)
        }
        return outdated
    }

    /// Gives a block back to the system, as one that was never written should be.
    func release(_ block: Block) {
        block.byteCount >= Self.smallestMapped
            ? MappedMemory.unmap(block.address, block.byteCount) : free(block.address)
    }

    private func kept(_ size: Int) -> Block? {
        state.withLock { state in
            guard let block = state.shelves[size]?.blocks.popLast() else { return nil }
            state.time += 1
            state.shelves[size]?.lastUse = state.time
            state.bytes -= size
            return block
        }
    }

    /// Larger blocks are pages of their own: what is freed of them is free for others, and nothing small lies in between.
    private static let smallestMapped = 64 << 10
    /// A row of logits, which is asked for anew with each token, and what is no larger.
    private static let largestShared = 1 << 20

    private static func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        var address: UnsafeMutableRawPointer?
        return posix_memalign(&address, 64, size) == 0 ? address : nil
    }

    /// Sizes in steps of an eighth, so that a block fits many requests and wastes little.
    private static func sizeClass(_ byteCount: Int) -> Int {
        guard byteCount > 512 else { return max(64, (byteCount + 63) & ~63) }
        let step = max(64, 1 << (Int.bitWidth - byteCount.leadingZeroBitCount - 4))
        let (sum, overflow) = byteCount.addingReportingOverflow(step - 1)
        return overflow ? byteCount : sum & ~(step - 1)
    }
}
