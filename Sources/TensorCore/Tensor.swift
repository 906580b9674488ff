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
    /// The length of each axis; `[]` for a single number.
    public internal(set) var shape: [Int]
    /// The type of the elements.
    public internal(set) var dtype: DType
    /// How many elements there are.
    public internal(set) var count: Int

    var storage: TensorStorage
    /// Where this tensor's first element lies in `storage`, counted in elements.
    var offset: Int

    /// A tensor without elements, of shape `[0]`.
    public init() {
        self.init(shape: [0], dtype: .float32, count: 0, storage: .empty, offset: 0)
    }

    init(shape: [Int], dtype: DType, count: Int, storage: TensorStorage, offset: Int) {
        self.shape = shape
        self.dtype = dtype
        self.count = count
        self.storage = storage
        self.offset = offset
    }

    /// How many axes there are.
    public var ndim: Int { shape.count }

    /// How many bytes the elements take.
    public var byteCount: Int { count * dtype.byteCount }
}
