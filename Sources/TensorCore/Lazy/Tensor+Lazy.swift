internal import SessionSafety

extension Tensor {
    /// A tensor of float32 whose elements `compute` gives when somebody reads them.
    ///
    /// ```swift
    /// let residual = try Tensor.lazy([8, 15, 768]) { try run.residual() }
    /// let difference = residual[0] - residual[1]      // waits too
    /// print(difference)                               // now they are computed
    /// ```
    /// What is selected, gathered, computed or summed of it waits with it, and assigned it makes the places wait. `compute`
    /// gives a float32 tensor of `shape`, on whichever thread reads first; when it throws, that reader gets the error.
    package static func lazy(_ shape: [Int], _ compute: @escaping @Sendable () throws -> Tensor) throws -> Tensor {
        try lazy(shape, depth: 1, compute)
    }

    private static func lazy(
        _ shape: [Int], depth: Int, _ compute: @escaping @Sendable () throws -> Tensor
    ) throws -> Tensor {
        let bytes = try Shape.count(shape) * DType.float32.byteCount
        let storage = try TensorStorage(byteCount: bytes, lazy: .computation(LazyComputation(depth: depth, compute)))
        return try Tensor(shape: shape, dtype: .float32, storage: storage, offset: 0)
    }

    /// What `compute` makes of `inputs`, for when somebody reads it; nil when no input waits, or it is better done now.
    ///
    /// The caller has made sure that the shapes fit. By the time that `compute` runs, no input waits.
    static func lazy(
        _ shape: [Int]?, from inputs: Tensor..., compute: @escaping @Sendable () throws -> Tensor
    ) -> Tensor? {
        let depth = inputs.reduce(0) { Swift.max($0, $1.waitingDepth) }
        guard depth > 0, depth < LazyComputation.deepest, let shape, !shape.contains(0) else { return nil }
        return try? lazy(shape, depth: depth + 1) {
            for input in inputs { try input.storage.computeInput() }
            return try compute()
        }
    }

    /// Whether the elements wait for a computation.
    ///
    /// A product that is merely computed as it is read doesn't count: its parts cost next to nothing.
    var isWaiting: Bool { waitingDepth > 0 }

    /// How many computations reading starts, one within the other.
    var waitingDepth: Int { storage.lazy?.depth ?? 0 }

    /// The bytes that the elements take now: none while they wait to be computed.
    package var heldByteCount: Int {
        storage.halfWidth.map { count * $0.bytesEach } ?? (storage.holdsElements ? byteCount : 0)
    }

    /// Computes now what waits.
    ///
    /// ```swift
    /// try map.computeNow()        // errors come here, not where the map is drawn
    /// ```
    /// - Throws: what the computations throw.
    package func computeNow() throws {
        try Fault.catching { _ = storage.bytes }
    }
}
