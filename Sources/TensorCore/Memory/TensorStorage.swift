/// The memory behind one or several tensors, aligned to 64 bytes, given back to the pool when the last of them goes.
///
/// A plain block that `Tensor` guards: only a unique owner writes, so sharing between threads is safe.
final class TensorStorage: @unchecked Sendable {
    /// The one accessor through which every read and write of elements goes.
    ///
    /// The first one computes what is lazy.
    var bytes: UnsafeMutableRawPointer {
        if let origin { return origin.bytes + shift }
        if let ownLazy { return ownLazy.address(in: block) }
        if let halfWidth { return halfWidth.wide }
        return block.address
    }

    let byteCount: Int
    /// What the block waits for, or waited; nil for most.
    var lazy: LazyElements? { origin?.lazy ?? ownLazy }
    private var ownLazy: LazyElements?
    /// How the elements were computed, where gradients are asked of them. Set before anybody else sees the storage.
    var node: GradientNode?
    /// Whose memory this is, where it is another's under a node of its own; nobody writes it then.
    let origin: TensorStorage?
    /// Where in the other's memory it begins, in bytes.
    private let shift: Int
    /// The elements at two bytes each; nil for most.
    let halfWidth: HalfWidthElements?
    private let block: MemoryPool.Block

    init(byteCount: Int, lazy: LazyElements? = nil) throws(TensorError) {
        // What is lazy may never be needed.
        block =
            lazy == nil
            ? try MemoryPool.shared.take(byteCount: byteCount)
            : try MemoryPool.shared.takeUntouched(byteCount: byteCount)
        self.byteCount = byteCount
        ownLazy = lazy
        (origin, shift, halfWidth) = (nil, 0, nil)
    }

    /// Elements that are kept at two bytes each.
    init(halfWidth: HalfWidthElements) {
        block = MemoryPool.Block(address: TensorStorage.empty.block.address, byteCount: 0)
        byteCount = halfWidth.count * DType.float32.byteCount
        self.halfWidth = halfWidth
        (origin, shift) = (nil, 0)
    }

    /// The memory of `origin` from byte `shift` on.
    private init(showing origin: TensorStorage, from shift: Int, byteCount: Int) {
        (self.origin, self.shift, self.byteCount) = (origin, shift, byteCount)
        (block, halfWidth) = (origin.block, nil)
    }

    /// A stretch of this memory without its node; all of it where elements are still to be written.
    func window(_ shift: Int, _ byteCount: Int) throws -> (storage: TensorStorage, isWhole: Bool) {
        let isWhole = lazy != nil
        let (start, length) = isWhole ? (0, self.byteCount) : (shift, byteCount)
        let window = TensorStorage(showing: origin ?? self, from: self.shift + start, byteCount: length)
        return (window, isWhole)
    }

    /// Whether the memory is another's, or kept at two bytes a number, so that it isn't written.
    var isShown: Bool { origin != nil || halfWidth != nil }

    /// The product, where that is what the block waits for.
    var lazyProduct: LazyProduct? { if case .product(let product) = lazy { product } else { nil } }

    /// Carries out what the elements wait for; a product may go on being computed as it is read.
    func computeInput() throws { try lazy?.computeInput(of: block) }

    /// Whether the elements are there.
    var holdsElements: Bool { !(lazy?.lacksElements ?? false) }

    /// Carries an assignment out, or lets it wait with its value. For the storage's only owner.
    /// - Throws: what the value's computation throws; nothing is written then.
    func write(_ write: PlannedWrite) throws {
        switch ownLazy {
        case .computation(let computation): if computation.append(write) { return }
        case .product: break
        case nil:
            if write.value.isWaiting, write.value.waitingDepth < LazyComputation.deepest {
                ownLazy = .computation(LazyComputation(write))
                return
            }
        }
        try write.apply(to: bytes)
    }

    deinit {
        guard origin == nil, halfWidth == nil else { return }
        // Of many that wait, each has memory of its own; kept for others, it would only add up.
        ownLazy?.isOneOfMany ?? false ? MemoryPool.shared.release(block) : MemoryPool.shared.give(back: block)
    }

    /// The storage of every tensor without elements, which is there whatever the memory is like.
    static let empty = TensorStorage(
        block: MemoryPool.Block(address: .allocate(byteCount: 64, alignment: 64), byteCount: 64))

    private init(block: MemoryPool.Block) {
        self.block = block
        byteCount = block.byteCount
        (origin, shift, halfWidth) = (nil, 0, nil)
    }
}
