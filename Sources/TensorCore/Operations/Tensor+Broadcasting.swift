internal import SessionSafety

/// Walks over all positions of `shape` except along the last axis, giving the offsets of each row in two inputs.
///
/// An offset is what the strides make of the position; `row` counts the rows of the result.
@inline(__always)
func forEachRow(
    _ shape: [Int], _ a: [Int], _ b: [Int], _ body: (_ row: Int, _ a: Int, _ b: Int) throws -> Void
) throws {
    if shape.contains(0) { return }
    let (outer, width) = (shape.dropLast(), shape.last ?? 1)
    let rows = outer.reduce(1, *)
    var pace = Pace()
    var position = [Int](repeating: 0, count: outer.count)
    var (left, right) = (0, 0)
    for row in 0..<rows {
        try pace.spend(width)
        try body(row, left, right)
        var axis = outer.count - 1
        while axis >= 0 {
            position[axis] += 1
            left += a[axis]
            right += b[axis]
            if position[axis] < shape[axis] { break }
            left -= a[axis] * shape[axis]
            right -= b[axis] * shape[axis]
            position[axis] = 0
            axis -= 1
        }
    }
}

extension Tensor {
    /// `f` of every pair of elements, both stretched to their common shape.
    @inline(__always)
    static func combine<E: TensorElement, R: TensorElement>(
        _ a: Tensor, _ b: Tensor, _ operation: String, _: E.Type, _ f: (E, E) throws -> R
    ) throws -> Tensor {
        try combine(a, b, operation) {
            (x: UnsafePointer<E>, y: UnsafePointer<E>, out: UnsafeMutablePointer<R>, count) in
            for i in 0..<count { out[i] = try f(x[i], y[i]) }
        } numberRight: { x, number, out, count in
            for i in 0..<count { out[i] = try f(x[i], number) }
        } numberLeft: { number, y, out, count in
            for i in 0..<count { out[i] = try f(number, y[i]) }
        }
    }

    /// The same by loops over elements that lie one behind the other: of pairs, and of every element and one number.
    @inline(__always)
    static func combine<E: TensorElement, R: TensorElement>(
        _ a: Tensor, _ b: Tensor, _ operation: String,
        pairs: (UnsafePointer<E>, UnsafePointer<E>, UnsafeMutablePointer<R>, Int) throws -> Void,
        numberRight: (UnsafePointer<E>, E, UnsafeMutablePointer<R>, Int) throws -> Void,
        numberLeft: (E, UnsafePointer<E>, UnsafeMutablePointer<R>, Int) throws -> Void
    ) throws -> Tensor {
        let shape = try Shape.broadcast(a.shape, b.shape, operation)
        let result = try Tensor.allocate(shape, R.dtype)
        let (x, y, out) = (a.elements(E.self), b.elements(E.self), result.mutableElements(R.self))
        guard result.count > 0, let x = x.baseAddress, let y = y.baseAddress, let out = out.baseAddress else {
            return result
        }
        try withExtendedLifetime((a.storage, b.storage)) {
            if a.count == result.count && b.count == result.count {
                try forEachPieceOnAllCores(result.count) {
                    try pairs(x + $0.lowerBound, y + $0.lowerBound, out + $0.lowerBound, $0.count)
                }
            } else if b.count == 1 {
                try forEachPieceOnAllCores(result.count) {
                    try numberRight(x + $0.lowerBound, y[0], out + $0.lowerBound, $0.count)
                }
            } else if a.count == 1 {
                try forEachPieceOnAllCores(result.count) {
                    try numberLeft(x[0], y + $0.lowerBound, out + $0.lowerBound, $0.count)
                }
            } else {
                // Row by row: each side's lies in one piece, or is one number that is stretched.
                let (left, right) = (
                    Shape.strides(a.shape, stretchedTo: shape), Shape.strides(b.shape, stretchedTo: shape)
                )
                let (stepA, stepB, width) = (left.last ?? 0, right.last ?? 0, shape.last ?? 1)
                try forEachRow(shape, left, right) { row, startA, startB in
                    let (x, y, out) = (x + startA, y + startB, out + row * width)
                    try forEachStretch(width) {
                        let first = $0.lowerBound
                        if stepA == 0 {
                            try numberLeft(x[0], y + first * stepB, out + first, $0.count)
                        } else if stepB == 0 {
                            try numberRight(x + first, y[0], out + first, $0.count)
                        } else {
                            try pairs(x + first, y + first, out + first, $0.count)
                        }
                    }
                }
            }
        }
        return result
    }

    /// The same values stretched to `shape`: axes are matched from the end, and a length of 1 stretches.
    ///
    /// ```swift
    /// mean.broadcast(to: z.shape)
    /// ```
    public func broadcast(to shape: [Int]) -> Tensor {
        Tensor.orFault { try stretched(to: shape, "broadcast") }
    }

    /// The same values stretched to `shape`; -1 keeps an axis as it is. PyTorch's `expand`.
    ///
    /// `t.expanded([8, -1])` of [1, 15] is [8, 15].
    public func expanded(_ shape: [Int]) -> Tensor {
        let extra = shape.count - ndim
        return broadcast(to: shape.enumerated().map { $1 == -1 && $0 >= extra ? self.shape[$0 - extra] : $1 })
    }

    func stretched(to target: [Int], _ operation: String) throws -> Tensor {
        if shape == target { return self }
        _ = try Shape.count(target)
        guard try Shape.broadcast(shape, target, operation) == target else {
            throw TensorError.shapeMismatch(operation: operation, left: shape, right: target)
        }
        return try strided(target, Shape.strides(shape, stretchedTo: target))
    }

    /// A contiguous copy of what the strides show, from element `base` on.
    func strided(_ shape: [Int], _ strides: [Int], from base: Int = 0) throws -> Tensor {
        if let place = gradientPlace { return try stridedRecorded(shape, strides, base, place) }
        return switch dtype {
        case .float32: try strided(shape, strides, base, Float.self)
        case .int64: try strided(shape, strides, base, Int.self)
        case .bool: try strided(shape, strides, base, Truth.self)
        }
    }

    /// The same with its rule: every gradient goes to where its element was taken.
    private func stridedRecorded(
        _ shape: [Int], _ strides: [Int], _ base: Int, _ place: GradientPlace
    ) throws -> Tensor {
        let result = try strided(detach(), shape, strides, base)
        guard result.count > 0 else { return result }
        let plan = try IndexPlan(shape: shape, strides: strides, base: base)
        return try result.tracked(on: place.node.tape) { sum, range in
            try place.add(sum.dense().stretch(range), at: plan)
        }
    }

    private func strided(_ plain: Tensor, _ shape: [Int], _ strides: [Int], _ base: Int) throws -> Tensor {
        try plain.strided(shape, strides, from: base)
    }

    private func strided<E: TensorElement>(_ shape: [Int], _ strides: [Int], _ base: Int, _: E.Type) throws -> Tensor {
        let result = try Tensor.allocate(shape, dtype)
        guard result.count > 0, let x = elements(E.self).baseAddress.map({ $0 + base }),
            let out = result.mutableElements(E.self).baseAddress
        else { return result }
        let (step, width) = (strides.last ?? 0, shape.last ?? 1)
        try withExtendedLifetime(storage) {
            try forEachRow(shape, strides, strides) { row, start, _ in
                let target = out + row * width
                try forEachStretch(width) {
                    if step == 1 {
                        (target + $0.lowerBound).update(from: x + start + $0.lowerBound, count: $0.count)
                    } else {
                        for i in $0 { target[i] = x[start + i * step] }
                    }
                }
            }
        }
        return result
    }
}
