internal import Platform

/// The C library's `hypot`, looked up by name.
///
/// glibc 2.35 has a new version of that symbol, and a program that is linked with it does not start on an older system.
/// Looked up, it is the one that the system has.
enum Hypotenuse {
    static func of(_ x: Double, _ y: Double) -> Double { double?(x, y) ?? length(x, y) }

    /// Squares of floats neither overflow nor vanish as doubles.
    static func of(_ x: Float, _ y: Float) -> Float {
        if x.isInfinite || y.isInfinite { return .infinity }
        return Float((Double(x) * Double(x) + Double(y) * Double(y)).squareRoot())
    }

    private static let double = dlsym(nil, "hypot").map {
        unsafeBitCast($0, to: (@convention(c) (Double, Double) -> Double).self)
    }

    /// Scaled, so that squares neither overflow nor vanish.
    private static func length(_ x: Double, _ y: Double) -> Double {
        if x.isInfinite || y.isInfinite { return .infinity }
        let largest = max(abs(x), abs(y))
        guard largest > 0 else { return x + y }
        return largest * (x / largest * (x / largest) + y / largest * (y / largest)).squareRoot()
    }
}
