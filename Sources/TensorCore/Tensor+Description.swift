extension Tensor: CustomStringConvertible {
    /// The values as PyTorch shows them, rounded to four places, long axes shortened, under the shape.
    ///
    /// ```
    /// Tensor [2, 3] float32
    /// [[ 0.1000,  2.0000,  3.5000],
    ///  [-1.0000,  0.0000,  1.0000]]
    /// ```
    public var description: String {
        guard ndim > 0 else { return "\(TensorFormat(self).text(at: 0))" }
        return "Tensor \(shape) \(dtype)\n" + TensorPrinter(tensor: self).text
    }

    /// The values as an HTML table; with more than two axes, one table after the other.
    public var htmlTable: String { TensorHTML(tensor: self).text }
}

/// Which positions of an axis are shown: all of a short one, the first and last three of a long one.
struct TensorElision {
    static let edge = 3
    /// Tensors with no more elements than this are shown in full.
    static let shownInFull = 400

    let isShortened: Bool

    init(_ tensor: Tensor) { isShortened = tensor.count > Self.shownInFull }

    /// The positions, with nil where some are left out.
    func positions(_ length: Int) -> [Int?] {
        guard isShortened, length > 2 * Self.edge + 1 else { return (0..<length).map { $0 } }
        return (0..<Self.edge).map { $0 } + [nil] + (length - Self.edge..<length).map { $0 }
    }
}

/// Nested brackets, one line per row.
private struct TensorPrinter {
    let tensor: Tensor
    private let format: TensorFormat
    private let elision: TensorElision
    private let width: Int

    init(tensor: Tensor) {
        self.tensor = tensor
        format = TensorFormat(tensor)
        elision = TensorElision(tensor)
        let strides = Shape.strides(tensor.shape)
        let shown = Self.offsets(tensor.shape[...], strides[...], elision)
        width = shown.map { [format] in format.text(at: $0).count }.max() ?? 0
    }

    var text: String { block(0, 0, " ") }

    private func block(_ axis: Int, _ offset: Int, _ indent: String) -> String {
        let strides = Shape.strides(tensor.shape)
        let isLast = axis == tensor.ndim - 1
        let parts = elision.positions(tensor.shape[axis]).map { position in
            guard let position else { return "..." }
            let place = offset + position * strides[axis]
            return isLast ? padded(format.text(at: place)) : block(axis + 1, place, indent + " ")
        }
        let gap = String(repeating: "\n", count: tensor.ndim - axis - 1)
        return "[" + parts.joined(separator: isLast ? ", " : "," + gap + indent) + "]"
    }

    private func padded(_ text: String) -> String { String(repeating: " ", count: width - text.count) + text }

    private static func offsets(
        _ shape: ArraySlice<Int>, _ strides: ArraySlice<Int>, _ elision: TensorElision
    ) -> [Int] {
        guard let length = shape.first, let stride = strides.first else { return [0] }
        let inner = offsets(shape.dropFirst(), strides.dropFirst(), elision)
        return elision.positions(length).compactMap { $0 }.flatMap { position in inner.map { $0 + position * stride } }
    }
}
