internal import CVectorKernels

/// An operation on two floats as loops over rows of them, which are compiled for several kinds of processor.
struct FloatLoops {
    typealias Input = UnsafePointer<Float>
    typealias Output = UnsafeMutablePointer<Float>

    /// Of pairs of elements.
    let pairs: (Input, Input, Output, Int) -> Void
    /// Of every element and one number on its right.
    let numberRight: (Input, Float, Output, Int) -> Void
    /// Of one number and every element on its right.
    let numberLeft: (Float, Input, Output, Int) -> Void

    static var sum: FloatLoops {
        FloatLoops(
            pairs: { vk_add($0, $1, $2, $3) }, numberRight: { vk_shift($0, $1, $2, $3) },
            numberLeft: { vk_shift($1, $0, $2, $3) })
    }

    static var difference: FloatLoops {
        FloatLoops(
            pairs: { vk_subtract($0, $1, $2, $3) }, numberRight: { vk_shift($0, -$1, $2, $3) },
            numberLeft: { vk_subtract_from($0, $1, $2, $3) })
    }

    static var product: FloatLoops {
        FloatLoops(
            pairs: { vk_multiply($0, $1, $2, $3) }, numberRight: { vk_scale($0, $1, $2, $3) },
            numberLeft: { vk_scale($1, $0, $2, $3) })
    }

    static var quotient: FloatLoops {
        FloatLoops(
            pairs: { vk_divide_each($0, $1, $2, $3) }, numberRight: { vk_divide($0, $1, $2, $3) },
            numberLeft: { vk_divide_into($0, $1, $2, $3) })
    }
}

extension Tensor {
    /// What the loops make of two tensors of float32, both stretched to their common shape.
    static func combine(_ a: Tensor, _ b: Tensor, _ operation: String, _ loops: FloatLoops) throws -> Tensor {
        let shape = try Shape.broadcast(a.shape, b.shape, operation)
        let result = try Tensor.allocate(shape, .float32)
        let (x, y, out) = (a.elements(Float.self), b.elements(Float.self), result.mutableElements(Float.self))
        guard result.count > 0, let x = x.baseAddress, let y = y.baseAddress, let out = out.baseAddress else {
            return result
        }
        try withExtendedLifetime((a.storage, b.storage)) {
            if a.count == result.count && b.count == result.count {
                try forEachPieceOnAllCores(result.count) {
                    loops.pairs(x + $0.lowerBound, y + $0.lowerBound, out + $0.lowerBound, $0.count)
                }
            } else if b.count == 1 {
                let number = y[0]
                try forEachPieceOnAllCores(result.count) {
                    loops.numberRight(x + $0.lowerBound, number, out + $0.lowerBound, $0.count)
                }
            } else if a.count == 1 {
                let number = x[0]
                try forEachPieceOnAllCores(result.count) {
                    loops.numberLeft(number, y + $0.lowerBound, out + $0.lowerBound, $0.count)
                }
            } else {
                try combineRows(shape, a.shape, b.shape, x, y, out, loops)
            }
        }
        return result
    }

    /// Row by row: a row lies in one piece, or is one number that is stretched.
    private static func combineRows(
        _ shape: [Int], _ left: [Int], _ right: [Int], _ x: FloatLoops.Input, _ y: FloatLoops.Input,
        _ out: FloatLoops.Output, _ loops: FloatLoops
    ) throws {
        let a = Shape.strides(left, stretchedTo: shape)
        let b = Shape.strides(right, stretchedTo: shape)
        let (stepA, stepB, width) = (a.last ?? 0, b.last ?? 0, shape.last ?? 1)
        try forEachRow(shape, a, b) { row, startA, startB in
            let (x, y, out) = (x + startA, y + startB, out + row * width)
            try forEachStretch(width) { stretch in
                let (first, count) = (stretch.lowerBound, stretch.count)
                if stepA == 0 {
                    loops.numberLeft(x[0], y + first * stepB, out + first, count)
                } else if stepB == 0 {
                    loops.numberRight(x + first, y[0], out + first, count)
                } else {
                    loops.pairs(x + first, y + first, out + first, count)
                }
            }
        }
    }
}
