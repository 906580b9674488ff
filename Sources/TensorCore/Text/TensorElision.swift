/// Which positions of an axis are shown: all of a short one, the first and last three of a long one.
struct TensorElision {
    static let edge = 3
    /// Tensors with no more elements than this are shown in full.
    static let shownInFull = 400
    /// Of tensors with many axes, the first axes are shortened further until no more than this are shown.
    private static let mostShown = 10_000

    let isShortened: Bool
    private let shape: [Int]
    /// How many positions are shown at each end of an axis.
    private let edges: [Int]

    init(_ tensor: Tensor) {
        isShortened = tensor.count > Self.shownInFull
        shape = tensor.shape
        var edges = shape.map { _ in Self.edge }
        var shown = shape.map { Self.positions($0, edge: Self.edge).count }
        for axis in shape.indices where isShortened {
            let isEnough = shown.reduce(1.0) { $0 * Double($1) } <= Double(Self.mostShown)
            if isEnough { break }
            (edges[axis], shown[axis]) = (0, 1)
        }
        self.edges = edges
    }

    /// The positions, with nil where some are left out.
    func positions(_ length: Int) -> [Int?] {
        isShortened ? Self.positions(length, edge: Self.edge) : (0..<length).map { $0 }
    }

    /// The same for one of the tensor's axes.
    func positions(ofAxis axis: Int) -> [Int?] {
        isShortened ? Self.positions(shape[axis], edge: edges[axis]) : (0..<shape[axis]).map { $0 }
    }

    private static func positions(_ length: Int, edge: Int) -> [Int?] {
        guard length > 2 * edge + 1 else { return (0..<length).map { $0 } }
        if edge == 0 { return [0, nil] }
        return (0..<edge).map { $0 } + [nil] + (length - edge..<length).map { $0 }
    }
}
