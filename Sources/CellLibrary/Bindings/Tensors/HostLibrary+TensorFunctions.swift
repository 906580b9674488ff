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
            ("gelu", "x · Φ(x) of every element, with the exact normal distribution.", { $0.gelu() }),
            ("silu", "x · sigmoid(x) of every element.", { $0.silu() }),
            ("round", "Every element rounded to a whole number, ties to even.", { $0.round() }),
            ("isNaN", "A mask: where an element is not a number.", { $0.isNaN() }),
        ]
        for (name, sentence, body) in unary {
            let text = "/// \(sentence.dropLast()): `t.\(name)()`, of the same shape.\nfunc \(name)() -> Tensor"
            declare(text, on: "Tensor") { (t: Tensor) in body(t) }
        }
        bindPowers()
        bindSoftmax()
        declare(
            "/// Whether any element is true (or not 0): `(scores .> 0.5).any()`.\nfunc any() -> Bool", on: "Tensor"
        ) { (t: Tensor) in t.any() }
        declare(
            "/// Whether all elements are true (or not 0): `(scores .> 0.5).all()`.\nfunc all() -> Bool", on: "Tensor"
        ) { (t: Tensor) in t.all() }
    }

    private func bindPowers() {
        declare(
            "/// Every element to a power: `t.pow(0.5)`, of the same shape.\nfunc pow(_ exponent: Double) -> Tensor",
            on: "Tensor"
        ) {
            (t: Tensor, exponent: Double) in t.pow(exponent)
        }
        declare(
            "/// Every element to a power: `t.pow(2)`, of the same shape.\nfunc pow(_ exponent: Int) -> Tensor",
            on: "Tensor"
        ) {
            (t: Tensor, exponent: Int) in t.pow(exponent)
        }
        declare(
            "/// Every element to the power at its place, with broadcasting: `t.pow(exponents)`.\nfunc pow(_ exponent: Tensor) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, exponent: Tensor) in t.pow(exponent) }
        declare(
            """
            /// Every element moved into the bounds: `t.clip(min: 0)`, of the same shape.
            func clip(min: Double? = nil, max: Double? = nil) -> Tensor
            """, on: "Tensor"
        ) { (t: Tensor, min: Double?, max: Double?) in t.clip(min: min, max: max) }
        declare(
            "/// The larger of the two at every place, with broadcasting: `Tensor.maximum(a, b)`.\nstatic func maximum(_ a: Tensor, _ b: Tensor) -> Tensor",
            on: "Tensor"
        ) { (a: Tensor, b: Tensor) in Tensor.maximum(a, b) }
        declare(
            "/// The smaller of the two at every place, with broadcasting: `Tensor.minimum(a, b)`.\nstatic func minimum(_ a: Tensor, _ b: Tensor) -> Tensor",
            on: "Tensor"
        ) { (a: Tensor, b: Tensor) in Tensor.minimum(a, b) }
    }

    private func bindSoftmax() {
        declare(
            "/// exp(x) / Σ exp(x) along an axis: `logits.softmax(dim: -1)`, of the same shape.\nfunc softmax(dim: Int) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, dim: Int) in t.softmax(dim: dim) }
        declare(
            "/// The logarithm of the softmax along an axis: `logits.logSoftmax(dim: -1)`, of the same shape.\nfunc logSoftmax(dim: Int) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, dim: Int) in t.logSoftmax(dim: dim) }
    }
}
