internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Keeps blocks that tensors have finished with for the next ones of that size.
///
/// Fresh memory costs a page fault per 4 kB, about 15 % of a forward pass; memory that was used a moment ago costs nothing.
final class MemoryPool: Sendable {
    /// A piece of memory and its size class.
    struct Block: @unchecked Sendable {
        let address: UnsafeMutableRawPointer
        let byteCount: Int

        func setZero() { address.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount) }
    }

    static let shared = MemoryPool()

    /// At most this much unused memory is kept; larger blocks than ``largestKept`` go straight back to the system.
    static let keptBytes = 192 << 20
    static let largestKept = 48 << 20

    private struct State {
        var free: [Int: [Block]] = [:]
        var bytes = 0
    }
    private let state = Mutex(State())

    /// A block of at least `byteCount` bytes with undefined contents.
    func take(byteCount: Int) throws(TensorError) -> Block {
        let size = Self.sizeClass(byteCount)
        if let block = kept(size) { return block }
        guard size <= Self.available(toCover: size) else {
            throw .tooLarge(bytes: byteCount, limit: Self.available(toCover: size))
        }
        var address: UnsafeMutableRawPointer?
        let alignment = size >= Self.hugePage ? Self.hugePage : 64
        guard posix_memalign(&address, alignment, size) == 0, let address else {
            throw .tooLarge(bytes: byteCount, limit: Self.available(toCover: size))
        }
        #if canImport(Glibc)
            if size >= Self.hugePage { madvise(address, size, MADV_HUGEPAGE) }
        #endif
        return Block(address: address, byteCount: size)
    }

    /// Takes a block back, to keep or to free.
    func give(back block: Block) {
        let isKept = state.withLock { state in
            guard block.byteCount <= Self.largestKept, state.bytes + block.byteCount <= Self.keptBytes else {
                return false
            }
            state.free[block.byteCount, default: []].append(block)
            state.bytes += block.byteCount
            return true
        }
        if !isKept { free(block.address) }
    }

    /// How many bytes are kept for later.
    var bytesKept: Int { state.withLock { $0.bytes } }

    private func kept(_ size: Int) -> Block? {
        state.withLock { state in
            guard let block = state.free[size]?.popLast() else { return nil }
            state.bytes -= size
            return block
        }
    }

    private static let hugePage = 2 << 20

    /// Sizes in steps of an eighth, so that a block fits many requests and wastes little.
    private static func sizeClass(_ byteCount: Int) -> Int {
        guard byteCount > 512 else { return max(64, (byteCount + 63) & ~63) }
        let step = max(64, 1 << (Int.bitWidth - byteCount.leadingZeroBitCount - 4))
        let (sum, overflow) = byteCount.addingReportingOverflow(step - 1)
        return overflow ? byteCount : sum & ~(step - 1)
    }
}
