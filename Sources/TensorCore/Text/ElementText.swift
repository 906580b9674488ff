/// The elements of a tensor as text, each with as many digits as it takes to read the same number back.
struct ElementText {
    private let tensor: Tensor
    private let start: UnsafeRawPointer

    init(_ tensor: Tensor) {
        self.tensor = tensor.detach()
        start = UnsafeRawPointer(tensor.storage.bytes) + tensor.offset * tensor.dtype.byteCount
    }

    /// The element at a place in row-major order.
    subscript(_ place: Int) -> String {
        switch tensor.dtype {
        case .float32: "\(load(place) as Float)"
        case .int64: "\(load(place) as Int)"
        case .bool: (load(place) as Truth).value ? "true" : "false"
        }
    }

    /// Whether it is neither NaN nor infinite.
    func isNumber(_ place: Int) -> Bool { tensor.dtype != .float32 || (load(place) as Float).isFinite }

    private func load<E: TensorElement>(_ place: Int) -> E { start.assumingMemoryBound(to: E.self)[place] }
}
