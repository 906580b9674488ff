/// Loops that walk over floats sixteen at a time and treat the rest through a padded vector.
enum VectorLoops {
    typealias Vector = SIMD16<Float>

    @inline(__always)
    static func load(_ pointer: UnsafePointer<Float>) -> Vector {
        UnsafeRawPointer(pointer).loadUnaligned(as: Vector.self)
    }

    @inline(__always)
    static func store(_ vector: Vector, _ pointer: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: vector, as: Vector.self)
    }

    /// The first `count` (< 16) values; the other lanes hold `padding`.
    @inline(__always)
    static func load(_ pointer: UnsafePointer<Float>, count: Int, padding: Float) -> Vector {
        var vector = Vector(repeating: padding)
        withUnsafeMutableBytes(of: &vector) { $0.baseAddress?.copyMemory(from: pointer, byteCount: 4 * count) }
        return vector
    }

    @inline(__always)
    static func store(_ vector: Vector, _ pointer: UnsafeMutablePointer<Float>, count: Int) {
        withUnsafeBytes(of: vector) { bytes in
            if let start = bytes.baseAddress {
                UnsafeMutableRawPointer(pointer).copyMemory(from: start, byteCount: 4 * count)
            }
        }
    }

    /// out[i] = f(x[i])
    @inline(__always)
    static func map(
        _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, count: Int, _ f: (Vector) -> Vector
    ) {
        // One place that calls `f`, or the compiler does not take a long one in.
        for i in stride(from: 0, to: count, by: 16) {
            let isWhole = i + 16 <= count
            let result = f(isWhole ? load(x + i) : load(x + i, count: count - i, padding: 0))
            isWhole ? store(result, out + i) : store(result, out + i, count: count - i)
        }
    }
}
