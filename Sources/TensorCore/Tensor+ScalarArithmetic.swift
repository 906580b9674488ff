// Arithmetic with a number on one side, so that `2 * t` and `t / count` read as they do for numbers.

extension Tensor {
    public static func + (a: Tensor, b: Int) -> Tensor { a + Tensor(b) }
    public static func + (a: Int, b: Tensor) -> Tensor { Tensor(a) + b }
    public static func += (a: inout Tensor, b: Int) { a += Tensor(b) }
    public static func - (a: Tensor, b: Int) -> Tensor { a - Tensor(b) }
    public static func - (a: Int, b: Tensor) -> Tensor { Tensor(a) - b }
    public static func -= (a: inout Tensor, b: Int) { a -= Tensor(b) }
    public static func * (a: Tensor, b: Int) -> Tensor { a * Tensor(b) }
    public static func * (a: Int, b: Tensor) -> Tensor { Tensor(a) * b }
    public static func *= (a: inout Tensor, b: Int) { a *= Tensor(b) }
    public static func / (a: Tensor, b: Int) -> Tensor { a / Tensor(b) }
    public static func / (a: Int, b: Tensor) -> Tensor { Tensor(a) / b }
    public static func /= (a: inout Tensor, b: Int) { a /= Tensor(b) }

    public static func + (a: Tensor, b: Double) -> Tensor { a + Tensor(b) }
    public static func + (a: Double, b: Tensor) -> Tensor { Tensor(a) + b }
    public static func += (a: inout Tensor, b: Double) { a += Tensor(b) }
    public static func - (a: Tensor, b: Double) -> Tensor { a - Tensor(b) }
    public static func - (a: Double, b: Tensor) -> Tensor { Tensor(a) - b }
    public static func -= (a: inout Tensor, b: Double) { a -= Tensor(b) }
    public static func * (a: Tensor, b: Double) -> Tensor { a * Tensor(b) }
    public static func * (a: Double, b: Tensor) -> Tensor { Tensor(a) * b }
    public static func *= (a: inout Tensor, b: Double) { a *= Tensor(b) }
    public static func / (a: Tensor, b: Double) -> Tensor { a / Tensor(b) }
    public static func / (a: Double, b: Tensor) -> Tensor { Tensor(a) / b }
    public static func /= (a: inout Tensor, b: Double) { a /= Tensor(b) }

    public static func + (a: Tensor, b: Float) -> Tensor { a + Tensor(b) }
    public static func + (a: Float, b: Tensor) -> Tensor { Tensor(a) + b }
    public static func += (a: inout Tensor, b: Float) { a += Tensor(b) }
    public static func - (a: Tensor, b: Float) -> Tensor { a - Tensor(b) }
    public static func - (a: Float, b: Tensor) -> Tensor { Tensor(a) - b }
    public static func -= (a: inout Tensor, b: Float) { a -= Tensor(b) }
    public static func * (a: Tensor, b: Float) -> Tensor { a * Tensor(b) }
    public static func * (a: Float, b: Tensor) -> Tensor { Tensor(a) * b }
    public static func *= (a: inout Tensor, b: Float) { a *= Tensor(b) }
    public static func / (a: Tensor, b: Float) -> Tensor { a / Tensor(b) }
    public static func / (a: Float, b: Tensor) -> Tensor { Tensor(a) / b }
    public static func /= (a: inout Tensor, b: Float) { a /= Tensor(b) }
}
