/// Arithmetic on shapes: sizes, strides, axes, broadcasting.
package enum Shape {
    /// More elements than this have no memory anywhere; their bytes can still be counted.
    private static let mostElements = Int.max >> 4

    /// The index on each axis of element `number` in row-major order: `[1, 2]` of number 5 in `[2, 3]`.
    package static func indices(of number: Int, in shape: [Int]) -> [Int] {
        var rest = number
        return shape.reversed().map { length in
            defer { rest /= max(length, 1) }
            return rest % max(length, 1)
        }.reversed()
    }

    /// The number of elements of a shape that can be.
    ///
    /// Lengths must not be negative, and their product without the zeros must be a number of elements too: so the product
    /// of any of them is one, whatever is left out, and so are strides.
    static func count(_ shape: [Int]) throws(TensorError) -> Int {
        var (count, isEmpty) = (1, false)
        for length in shape {
            guard length >= 0 else { throw .negativeLength(shape: shape) }
            guard length > 0 else {
                isEmpty = true
                continue
            }
            let (product, overflow) = count.multipliedReportingOverflow(by: length)
            guard !overflow, product <= mostElements else { throw .tooManyElements(shape: shape) }
            count = product
        }
        return isEmpty ? 0 : count
    }

    /// How far apart neighbours along each axis lie, in elements, in row-major order.
    static func strides(_ shape: [Int]) -> [Int] {
        var strides = [Int](repeating: 1, count: shape.count)
        for axis in shape.indices.dropLast().reversed() {
            strides[axis] = strides[axis + 1] &* max(1, shape[axis + 1])
        }
        return strides
    }

    /// The axis counted from the front; negative ones count from the end.
    static func axis(_ dim: Int, _ shape: [Int], _ operation: String) throws(TensorError) -> Int {
        let axis = dim < 0 ? dim &+ shape.count : dim
        guard shape.indices.contains(axis) else { throw .badAxis(operation: operation, axis: dim, shape: shape) }
        return axis
    }

    /// Lengths before, at and after an axis, multiplied up: every tensor is [outer, length, inner].
    static func split(_ shape: [Int], at axis: Int) -> (outer: Int, length: Int, inner: Int) {
        (shape[..<axis].reduce(1, *), shape[axis], shape[(axis + 1)...].reduce(1, *))
    }

    /// The shape to which both stretch: axes are matched from the end, and a length of 1 stretches.
    static func broadcast(_ a: [Int], _ b: [Int], _ operation: String) throws(TensorError) -> [Int] {
        if a == b { return a }
        let rank = max(a.count, b.count)
        var result = [Int](repeating: 1, count: rank)
        for position in 1...max(1, rank) where rank > 0 {
            let x = position <= a.count ? a[a.count - position] : 1
            let y = position <= b.count ? b[b.count - position] : 1
            guard x == y || x == 1 || y == 1 else {
                throw .shapeMismatch(operation: operation, left: a, right: b)
            }
            result[rank - position] = x == 1 ? y : x
        }
        return result
    }

    /// Strides with which a tensor of `shape` is read as if it had the shape `target`; stretched axes have stride 0.
    static func strides(_ shape: [Int], stretchedTo target: [Int]) -> [Int] {
        let own = strides(shape)
        let extra = target.count - shape.count
        return target.indices.map { axis in
            axis < extra || shape[axis - extra] == 1 ? 0 : own[axis - extra]
        }
    }
}
