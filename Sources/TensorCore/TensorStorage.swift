/// The memory behind one or several tensors, aligned to 64 bytes, given back to the pool when the last of them goes.
///
/// A plain block that `Tensor` guards: only a unique owner writes, so sharing between threads is safe.
final class TensorStorage: @unchecked Sendable {
    /// The one accessor through which every read and write of elements goes.
    ///
    /// The first one computes what was put off.
    var bytes: UnsafeMutableRawPointer {
        if let deferral { return deferral.settle(into: block).address }
        postponed?.settle(into: block)
        return block.address
    }

    let byteCount: Int
    /// The product that is still to be written into the block, or was; nil for most.
    let deferral: Deferral?
    /// The computation that the block waits for, or waited; nil for most.
    private(set) var postponed: PostponedElements?
    private let block: MemoryPool.Block

    init(
        byteCount: Int, deferral: Deferral? = nil, postponed: PostponedElements? = nil
    ) throws(TensorError) {
        let mayNeverBeNeeded = deferral != nil || postponed != nil
        block =
            mayNeverBeNeeded
            ? try MemoryPool.shared.takeUntouched(byteCount: byteCount)
            : try MemoryPool.shared.take(byteCount: byteCount)
        self.byteCount = byteCount
        self.deferral = deferral
        self.postponed = postponed
    }

    /// Whether the elements are there.
    var holdsElements: Bool { !(deferral?.isPending ?? postponed?.lacksElements ?? false) }

    /// Carries an assignment out, or lets it wait with its value. For the storage's only owner.
    /// - Throws: what the value's computation throws; nothing is written then.
    func write(_ write: PlannedWrite) throws {
        if let postponed {
            if postponed.append(write) { return }
        } else if deferral == nil, write.value.isWaiting, write.value.waitingDepth < PostponedElements.deepest {
            postponed = PostponedElements(write)
            return
        }
        try write.apply(to: bytes)
    }

    deinit {
        // Of many that wait, each has memory of its own; kept for others, it would only add up.
        let isOneOfMany = deferral?.isPending ?? (postponed != nil)
        isOneOfMany ? MemoryPool.shared.release(block) : MemoryPool.shared.give(back: block)
    }

    /// The storage of every tensor without elements, which is there whatever the memory is like.
    static let empty = TensorStorage(
        block: MemoryPool.Block(address: .allocate(byteCount: 64, alignment: 64), byteCount: 64))

    private init(block: MemoryPool.Block) {
        self.block = block
        (byteCount, deferral) = (block.byteCount, nil)
    }
}
