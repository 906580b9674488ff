/// An array of numbers with any number of axes, with value semantics.
///
/// ```swift
/// let logits = Tensor([[1.0, 2.0], [3.0, 4.0]])      // [2, 2], float32
/// let last = logits[0..., -1]                        // [2]
/// let centred = logits - logits.mean(dim: -1, keepdim: true)
/// ```
/// Elements lie in row-major order without gaps. Copies are cheap: memory is shared until one of them is written.
/// Operations mean what they mean in PyTorch; a mistake (shapes that don't fit, an index out of range) is reported
/// with the operation's name and both shapes.
public struct Tensor: Sendable {
    /// The length of each axis; `[]` for a single number: `logits.shape` is [8, 15, 512].
    public let shape: [Int]
    /// The type of the elements: `tokens.dtype` is int64.
    public let dtype: DType
    /// How many elements there are: `t.count` of [8, 15] is 120.
    public let count: Int

    var storage: TensorStorage
    /// Where this tensor's first element lies in `storage`, counted in elements.
    let offset: Int

    /// A tensor without elements, of shape `[0]`: `Tensor()`.
    public init() {
        (shape, dtype, count) = ([0], .float32, 0)
        (storage, offset) = (.empty, 0)
    }

    /// The elements of a storage from `offset` on under a shape.
    ///
    /// Every tensor but the empty one is made here, so every shape has been through ``Shape/count(_:)``, and products of
    /// some of its lengths can't overflow, nor strides.
    init(shape: [Int], dtype: DType, storage: TensorStorage, offset: Int) throws(TensorError) {
        count = try Shape.count(shape)
        (self.shape, self.dtype, self.storage, self.offset) = (shape, dtype, storage, offset)
    }

    /// How many axes there are: `t.ndim` of [8, 15] is 2.
    public var ndim: Int { shape.count }

    /// How many bytes the elements take: `t.byteCount`.
    public var byteCount: Int { count * dtype.byteCount }
}
