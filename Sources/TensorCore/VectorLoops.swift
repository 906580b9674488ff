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
            if let start = bytes.baseAddress { UnsafeMutableRawPointer(pointer).copyMemory(from: start, byteCount: 4 * count) }
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

    /// out[i] = f(x[i], y[i])
    @inline(__always)
    static func zip(
        _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, count: Int,
        _ f: (Vector, Vector) -> Vector
    ) {
        var i = 0
        while i + 16 <= count {
            store(f(load(x + i), load(y + i)), out + i)
            i += 16
        }
        guard i < count else { return }
        let rest = count - i
        store(f(load(x + i, count: rest, padding: 1), load(y + i, count: rest, padding: 1)), out + i, count: rest)
    }

    /// Folds all values into one vector; lanes beyond the end are filled with `padding`.
    @inline(__always)
    static func fold(
        _ x: UnsafePointer<Float>, count: Int, _ start: Vector, padding: Float, _ f: (Vector, Vector) -> Vector
    ) -> Vector {
        var result = start
        var i = 0
        while i + 16 <= count {
            result = f(result, load(x + i))
            i += 16
        }
        return i < count ? f(result, load(x + i, count: count - i, padding: padding)) : result
    }

    /// The sum of all values.
    @inline(__always)
    static func sum(_ x: UnsafePointer<Float>, count: Int) -> Float {
        fold(x, count: count, Vector(), padding: 0) { $0 + $1 }.sum()
    }

    /// The largest value; −∞ when there are none. NaN is passed over.
    @inline(__always)
    static func max(_ x: UnsafePointer<Float>, count: Int) -> Float {
        let lanes = fold(x, count: count, Vector(repeating: -.infinity), padding: -.infinity) {
            $0.replacing(with: $1, where: $1 .> $0)
        }
        return lanes.max()
    }
}
