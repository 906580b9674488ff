/// The memory behind one or several tensors, aligned to 64 bytes, given back to the pool when the last of them goes.
///
/// A plain block that `Tensor` guards: only a unique owner writes, so sharing between threads is safe.
final class TensorStorage: @unchecked Sendable {
    /// The one accessor through which every read and write of elements goes.
    ///
    /// The first one computes what was put off.
    var bytes: UnsafeMutableRawPointer { deferral?.settle(into: block).address ?? block.address }

    let byteCount: Int
    /// What is still to be written into the block, or was; nil for most.
    let deferral: Deferral?
    private let block: MemoryPool.Block

    init(byteCount: Int, deferral: Deferral? = nil) throws(TensorError) {
        block = try MemoryPool.shared.take(byteCount: byteCount)
        self.byteCount = byteCount
        self.deferral = deferral
    }

    deinit { MemoryPool.shared.give(back: block) }

    /// The storage of every tensor without elements.
    static let empty: TensorStorage = {
        // 64 bytes: if these can't be had, nothing can.
        guard let storage = try? TensorStorage(byteCount: 64) else { fatalError("out of memory") }
        return storage
    }()
}
