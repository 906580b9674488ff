internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorArithmetic() {
        bindOperator("+", "The sum", +, +=)
        bindOperator("-", "The difference", -, -=)
        bindOperator("*", "The product", *, *=)
        bindOperator("/", "The quotient", /, /=)
        declare(
            """
            /// The remainder at every place, with the sign of the right side, with broadcasting: `positions % 2`.
            static func % (a: Tensor, b: Tensor) -> Tensor
            """, on: "Tensor"
        ) { (a: Tensor, b: Tensor) in a % b }
        declare(
            "/// The negated tensor, of the same shape: `-t`.\nstatic prefix func - (a: Tensor) -> Tensor", on: "Tensor"
        ) { (a: Tensor) in -a }
    }

    private typealias Binary = (Tensor, Tensor) -> Tensor
    private typealias Compound = (inout Tensor, Tensor) -> Void

    /// An operator between tensors, and between a tensor and a number on either side.
    private func bindOperator(_ name: String, _ words: String, _ both: @escaping Binary, _ compound: @escaping Compound)
    {
        let sentence = "/// \(words) at every place, with broadcasting: [8, 1, 4] and [3, 4] go together as [8, 3, 4]"
        declare("\(sentence): `a \(name) b`.\nstatic func \(name) (a: Tensor, b: Tensor) -> Tensor", on: "Tensor") {
            (a: Tensor, b: Tensor) in both(a, b)
        }
        declare(
            "\(sentence): `a \(name)= b`.\nstatic func \(name)= (a: inout Tensor, b: Tensor)", on: "Tensor",
            mutating: { (a: inout Tensor, b: Tensor) in compound(&a, b) })
        bindOperator(name, words, "Int", { (number: Int) in Tensor(number) }, both, compound)
        bindOperator(name, words, "Double", { (number: Double) in Tensor(number) }, both, compound)
        bindOperator(name, words, "Float", { (number: Float) in Tensor(number) }, both, compound)
    }

    private func bindOperator<Number: HostConvertible>(
        _ name: String, _ words: String, _ type: String, _ tensor: @escaping (Number) -> Tensor,
        _ both: @escaping Binary, _ compound: @escaping Compound
    ) {
        let sentence = "/// \(words) of every element and a number, of the same shape"
        declare("\(sentence): `t \(name) 2`.\nstatic func \(name) (a: Tensor, b: \(type)) -> Tensor", on: "Tensor") {
            (a: Tensor, b: Number) in both(a, tensor(b))
        }
        declare("\(sentence): `2 \(name) t`.\nstatic func \(name) (a: \(type), b: Tensor) -> Tensor", on: "Tensor") {
            (a: Number, b: Tensor) in both(tensor(a), b)
        }
        declare(
            "\(sentence): `t \(name)= 2`.\nstatic func \(name)= (a: inout Tensor, b: \(type))", on: "Tensor",
            mutating: { (a: inout Tensor, b: Number) in compound(&a, tensor(b)) })
    }

    /// Comparisons, which give masks.
    func bindTensorComparison() {
        bindComparison(".<", "Where the left is smaller.", .<)
        bindComparison(".<=", "Where the left is smaller or equal.", .<=)
        bindComparison(".>", "Where the left is larger.", .>)
        bindComparison(".>=", "Where the left is larger or equal.", .>=)
        bindComparison(".==", "Where both are equal.", .==)
        bindComparison(".!=", "Where they differ.", .!=)
        bindComparison(".&", "Where both masks are true.", .&)
        bindComparison(".|", "Where one of the masks is true.", .|)
        declare(
            "/// A mask turned round, true where it was false: `.!mask`.\nstatic prefix func .! (a: Tensor) -> Tensor",
            on: "Tensor"
        ) {
            (a: Tensor) in .!a
        }
    }

    private func bindComparison(_ name: String, _ sentence: String, _ body: @escaping Binary) {
        declare(
            "/// \(sentence) A mask of bools, with broadcasting: `a \(name) b`.\nstatic func \(name) (a: Tensor, b: Tensor) -> Tensor",
            on: "Tensor"
        ) { (a: Tensor, b: Tensor) in body(a, b) }
    }
}
