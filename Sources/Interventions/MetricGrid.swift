internal import SessionSafety
internal import TensorCore

/// What a metric gave at each place of a grid: a number each, or tensors of one shape, such as a number per prompt.
struct MetricGrid {
    private let places: [Int]
    /// The shape of what the metric gives at one place; [] for a number.
    private var inner: [Int]?

    /// The grid, followed by the metric's own axes: [layer, head] or [layer, head, batch]
    private(set) var values: Tensor

    /// What stands where nothing was measured.
    private let unset: Double

    /// A grid of these lengths.
    init(_ places: [Int], unset: Double = 0) {
        self.places = places
        self.unset = unset
        values = Tensor.full(places, unset)
    }

    /// Keeps what the metric gives at `place`.
    /// - Throws: ``ActivationPatchingError/metricShape(first:found:)`` where it is of another shape than before; what
    ///   `metric` throws.
    mutating func set(_ place: Int..., to metric: () throws -> Tensor) throws { try set(place, to: metric) }

    mutating func set(_ place: [Int], to metric: () throws -> Tensor) throws {
        let value = try Fault.catching(metric)
        let shape = value.count == 1 ? [] : value.shape
        if inner == nil {
            inner = shape
            if !shape.isEmpty { values = try Fault.catching { Tensor.full(places + shape, unset) } }
        }
        guard let inner, inner == shape else {
            throw ActivationPatchingError.metricShape(first: inner ?? [], found: shape)
        }
        try Fault.catching { values[indices: place.map { .pick($0) }] = value }
    }

    /// Computes what the values still wait for.
    func computed() throws -> Tensor {
        try values.computeNow()
        return values
    }
}
