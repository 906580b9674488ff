// A number on one side, variable or literal, so that `2 * t`, `t / count` and `t .> threshold` read as they do for numbers.
//
// One operand of each is a tensor, and no literal is one: an expression of numbers alone means what it means without
// this library. Tests/EverydayExpressions holds the operators to that.

extension Tensor {
    /// The sum of every element and a number: `scores + shift`.
    public static func + (a: Tensor, b: any TensorScalar) -> Tensor { a + b.tensor }

    /// The sum of a number and every element: `1 + scores`.
    public static func + (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor + b }

    /// The sum of every element and a number, in place: `scores += shift`.
    public static func += (a: inout Tensor, b: any TensorScalar) { a += b.tensor }

    /// The difference of every element and a number: `scores - threshold`.
    public static func - (a: Tensor, b: any TensorScalar) -> Tensor { a - b.tensor }

    /// The difference of a number and every element: `1 - scores`.
    public static func - (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor - b }

    /// The difference of every element and a number, in place: `scores -= threshold`.
    public static func -= (a: inout Tensor, b: any TensorScalar) { a -= b.tensor }

    /// The product of every element and a number: `scores * scale`.
    public static func * (a: Tensor, b: any TensorScalar) -> Tensor { a * b.tensor }

    /// The product of a number and every element: `2 * scores`.
    public static func * (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor * b }

    /// The product of every element and a number, in place: `scores *= scale`.
    public static func *= (a: inout Tensor, b: any TensorScalar) { a *= b.tensor }

    /// The quotient of every element and a number; always float32: `scores / count`.
    public static func / (a: Tensor, b: any TensorScalar) -> Tensor { a / b.tensor }

    /// The quotient of a number and every element; always float32: `1 / scores`.
    public static func / (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor / b }

    /// The quotient of every element and a number, in place: `scores /= count`.
    public static func /= (a: inout Tensor, b: any TensorScalar) { a /= b.tensor }

    /// The remainder of every element and a number: `positions % period`.
    public static func % (a: Tensor, b: any TensorScalar) -> Tensor { a % b.tensor }

    /// The remainder of a number and every element: `7 % lengths`.
    public static func % (a: any TensorScalar, b: Tensor) -> Tensor { a.tensor % b }

    /// The remainder of every element and a number, in place: `positions %= period`.
    public static func %= (a: inout Tensor, b: any TensorScalar) { a %= b.tensor }
}
