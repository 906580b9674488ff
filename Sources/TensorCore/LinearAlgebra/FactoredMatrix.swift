internal import SessionSafety

/// A large matrix of low rank, kept as the product A · B of two narrow ones: the circuits of attention heads.
///
/// ```swift
/// let ov = model.OV[5, 1]                                        // W_V · W_O of head L5H1, [d_model, d_model]
/// let circuit = model.W_E.matmul(ov).matmul(model.W_U)           // [d_vocab, d_vocab], never multiplied out
/// let (u, s, v) = try ov.svd()
/// ```
/// Norms, singular values and eigenvalues are found without making the large product, in double precision. Axes before
/// the last two are a stack of matrices. Shapes that do not go together are reported as with tensors.
public struct FactoredMatrix: Sendable {
    /// The left factor [..., l, m]: `ov.A`.
    public let A: Tensor
    /// The right factor [..., m, r]: `ov.B`.
    public let B: Tensor

    /// The product of `A` [..., l, m] and `B` [..., m, r]; the axes before are stretched to fit.
    ///
    /// `FactoredMatrix(model.W_V[9, 6], model.W_O[9, 6])`
    public init(_ A: Tensor, _ B: Tensor) {
        guard A.ndim >= 2, B.ndim >= 2, A.shape[A.ndim - 1] == B.shape[B.ndim - 2] else {
            let error = TensorError.shapeMismatch(operation: "FactoredMatrix", left: A.shape, right: B.shape)
            self = Fault.raise(error, returning: FactoredMatrix.empty)
            return
        }
        let leading = Self.leading(A, B)
        let (left, right) = (A.broadcast(to: leading + A.shape.suffix(2)), B.broadcast(to: leading + B.shape.suffix(2)))
        // A failed broadcast was reported and left a placeholder without axes.
        self = left.ndim == right.ndim && left.ndim >= 2 ? FactoredMatrix(unchecked: left, right) : .empty
    }

    private init(unchecked A: Tensor, _ B: Tensor) { (self.A, self.B) = (A, B) }

    private static var empty: FactoredMatrix { FactoredMatrix(unchecked: Tensor.zeros([0, 0]), Tensor.zeros([0, 0])) }

    /// The longer of two stacks; `broadcast` complains where they do not fit.
    private static func leading(_ a: Tensor, _ b: Tensor) -> [Int] {
        let (first, second) = (Array(a.shape.dropLast(2)), Array(b.shape.dropLast(2)))
        let count = max(first.count, second.count)
        let padded = [first, second].map { [Int](repeating: 1, count: count - $0.count) + $0 }
        return (0..<count).map { padded[0][$0] == 1 ? padded[1][$0] : padded[0][$0] }
    }
}

extension FactoredMatrix {
    /// The shape of the product [..., l, r]: `model.OV.shape`.
    public var shape: [Int] { A.shape.dropLast() + B.shape.suffix(1) }

    /// The number of axes of the product: `model.OV.ndim` is 4.
    public var ndim: Int { A.ndim }

    /// The product multiplied out [..., l, r]: `ov.AB`.
    public var AB: Tensor { A.matmul(B) }

    /// The product the other way round, [..., m, m] for square circuits: its eigenvalues other than 0 are those of AB.
    ///
    /// `ov.BA`
    public var BA: Tensor { B.matmul(A) }

    /// Both factors: `let (a, b) = ov.pair`.
    public var pair: (A: Tensor, B: Tensor) { (A, B) }

    /// Rows and columns exchanged: `model.QK[5, 1].T`.
    public var T: FactoredMatrix { FactoredMatrix(B.T, A.T) }

    /// How many rows the product has: `model.OV.ldim` is d_model.
    public var ldim: Int { A.shape[ndim - 2] }
    /// The length of the axis between the factors, the most that the rank can be: `model.OV.mdim` is d_head.
    public var mdim: Int { A.shape[ndim - 1] }
    /// How many columns the product has: `model.OV.rdim` is d_model.
    public var rdim: Int { B.shape[ndim - 1] }

    /// The first `k` rows and columns of the product, to look at: `ov.corner()`.
    public func corner(_ k: Int = 3) -> Tensor {
        A[..., 0..<max(0, min(k, A.shape[ndim - 2])), 0...].matmul(B[..., 0..<max(0, min(k, B.shape[ndim - 1]))])
    }
}

extension FactoredMatrix: CustomStringConvertible {
    public var description: String { "FactoredMatrix of shape \(shape), through \(A.shape[ndim - 1]) dimensions" }
}
