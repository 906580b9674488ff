internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorArithmetic() {
        bindOperator("+", "The sum at every place, with broadcasting.", +, +, +, +=)
        bindOperator("-", "The difference at every place, with broadcasting.", -, -, -, -=)
        bindOperator("*", "The product at every place, with broadcasting.", *, *, *, *=)
        bindOperator("/", "The quotient at every place, with broadcasting.", /, /, /, /=)
        declare("/// The negated tensor.\nstatic prefix func - (x: Tensor) -> Tensor", on: "Tensor") { (x: Tensor) in -x }
        bindComparison(".<", "Where the left is smaller.", .<)
        bindComparison(".<=", "Where the left is smaller or equal.", .<=)
        bindComparison(".>", "Where the left is larger.", .>)
        bindComparison(".>=", "Where the left is larger or equal.", .>=)
        bindComparison(".==", "Where both are equal.", .==)
        bindComparison(".!=", "Where they differ.", .!=)
        bindComparison(".&", "Where both masks are true.", .&)
        bindComparison(".|", "Where one of the masks is true.", .|)
    }

    private typealias Binary = (Tensor, Tensor) -> Tensor

    /// An operator between tensors, and between a tensor and a number on either side.
    private func bindOperator(
        _ name: String, _ sentence: String, _ both: @escaping Binary,
        _ right: @escaping (Tensor, Double) -> Tensor, _ left: @escaping (Double, Tensor) -> Tensor,
        _ compound: @escaping (inout Tensor, Tensor) -> Void
    ) {
        declare("/// \(sentence)\nstatic func \(name) (left: Tensor, right: Tensor) -> Tensor", on: "Tensor") {
            (a: Tensor, b: Tensor) in both(a, b)
        }
        declare("/// \(sentence)\nstatic func \(name) (left: Tensor, right: Double) -> Tensor", on: "Tensor") {
            (a: Tensor, b: Double) in right(a, b)
        }
        declare("/// \(sentence)\nstatic func \(name) (left: Double, right: Tensor) -> Tensor", on: "Tensor") {
            (a: Double, b: Tensor) in left(a, b)
        }
        declare("/// \(sentence)\nstatic func \(name) (left: Tensor, right: Float) -> Tensor", on: "Tensor") {
            (a: Tensor, b: Float) in right(a, Double(b))
        }
        declare("/// \(sentence)\nstatic func \(name) (left: Float, right: Tensor) -> Tensor", on: "Tensor") {
            (a: Float, b: Tensor) in left(Double(a), b)
        }
        declare("/// \(sentence)\nstatic func \(name) (left: Tensor, right: Int) -> Tensor", on: "Tensor") {
            (a: Tensor, b: Int) in both(a, Tensor(b))
        }
        declare("/// \(sentence)\nstatic func \(name) (left: Int, right: Tensor) -> Tensor", on: "Tensor") {
            (a: Int, b: Tensor) in both(Tensor(a), b)
        }
        declare(
            "/// \(sentence)\nstatic func \(name)= (left: inout Tensor, right: Tensor)", on: "Tensor",
            mutating: { (a: inout Tensor, b: Tensor) in compound(&a, b) })
        declare(
            "/// \(sentence)\nstatic func \(name)= (left: inout Tensor, right: Double)", on: "Tensor",
            mutating: { (a: inout Tensor, b: Double) in compound(&a, Tensor(b)) })
        declare(
            "/// \(sentence)\nstatic func \(name)= (left: inout Tensor, right: Int)", on: "Tensor",
            mutating: { (a: inout Tensor, b: Int) in compound(&a, Tensor(b)) })
    }

    private func bindComparison(_ name: String, _ sentence: String, _ body: @escaping Binary) {
        declare(
            "/// \(sentence) A mask of bools, with broadcasting.\nstatic func \(name) (left: Tensor, right: Tensor) -> Tensor",
            on: "Tensor"
        ) { (a: Tensor, b: Tensor) in body(a, b) }
    }
}
