internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// Functions of every element.
    func bindTensorFunctions() {
        let unary: [(String, String, (Tensor) -> Tensor)] = [
            ("abs", "The absolute value of every element.", { $0.abs() }),
            ("exp", "e to the power of every element.", { $0.exp() }),
            ("log", "The natural logarithm of every element.", { $0.log() }),
            ("sqrt", "The square root of every element.", { $0.sqrt() }),
            ("tanh", "The hyperbolic tangent of every element.", { $0.tanh() }),
            ("sin", "The sine of every element.", { $0.sin() }),
            ("cos", "The cosine of every element.", { $0.cos() }),
            ("sigmoid", "1 / (1 + exp(−x)) of every element.", { $0.sigmoid() }),
            ("relu", "Every element, or 0 where it is negative.", { $0.relu() }),
            ("round", "Every element rounded to a whole number, ties to even.", { $0.round() }),
            ("isNaN", "A mask: where an element is not a number.", { $0.isNaN() }),
        ]
        for (name, sentence, body) in unary {
            declare("/// \(sentence)\nfunc \(name)() -> Tensor", on: "Tensor") { (t: Tensor) in body(t) }
        }
        declare("/// Every element to a power.\nfunc pow(_ exponent: Double) -> Tensor", on: "Tensor") {
            (t: Tensor, exponent: Double) in t.pow(exponent)
        }
        declare(
            "/// Every element moved into the bounds: `t.clip(min: 0)`.\nfunc clip(min: Double? = nil, max: Double? = nil) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, min: Double?, max: Double?) in t.clip(min: min, max: max) }
        declare("/// exp(x) / Σ exp(x) along an axis.\nfunc softmax(dim: Int) -> Tensor", on: "Tensor") {
            (t: Tensor, dim: Int) in t.softmax(dim: dim)
        }
        declare("/// The logarithm of the softmax along an axis.\nfunc logSoftmax(dim: Int) -> Tensor", on: "Tensor") {
            (t: Tensor, dim: Int) in t.logSoftmax(dim: dim)
        }
        declare("/// Whether any element is true (or not 0).\nfunc any() -> Bool", on: "Tensor") { (t: Tensor) in t.any() }
        declare("/// Whether all elements are true (or not 0).\nfunc all() -> Bool", on: "Tensor") { (t: Tensor) in t.all() }
    }
}
