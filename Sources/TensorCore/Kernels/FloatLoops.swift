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
        try combine(
            a, b, operation, pairs: loops.pairs, numberRight: loops.numberRight, numberLeft: loops.numberLeft)
    }
}
