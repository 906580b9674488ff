internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorArithmetic() {
        bindOperator("+", "The sum", +, +=)
        bindOperator("-", "The difference", -, -=)
        bindOperator("*", "The product", *, *=)
        bindOperator("/", "The quotient", /, /=)
        bindOperator("%", "The remainder, with the sign of the right side,", %, %=)
        declare(
            "/// The negated tensor, of the same shape: `-t`.\nstatic prefix func - (a: Tensor) -> Tensor", on: "Tensor"
        ) { (a: Tensor) in -a }
    }

    private typealias Binary = (Tensor, Tensor) -> Tensor
    private typealias Compound = (inout Tensor, Tensor) -> Void
    private typealias Number = HostAny<any TensorScalar>

    /// An operator between tensors, and between a tensor and a number on either side.
    private func bindOperator(_ name: String, _ words: String, _ both: @escaping Binary, _ compound: @escaping Compound)
    {
        let sentence = "\(words) at every place, with broadcasting: [8, 1, 4] and [3, 4] go together as [8, 3, 4]"
        bindBinary(name, "\(sentence): `a \(name) b`.", both)
        bindScalar(name, "\(words) of every element and a number, of the same shape", both)
        declare(
            "/// \(sentence): `a \(name)= b`.\nstatic func \(name)= (a: inout Tensor, b: Tensor)", on: "Tensor",
            mutating: { (a: inout Tensor, b: Tensor) in compound(&a, b) })
        declare(
            """
            /// \(words) of every element and a number, in place: `t \(name)= 2`.
            static func \(name)= (a: inout Tensor, b: any TensorScalar)
            """, on: "Tensor", mutating: { (a: inout Tensor, b: Number) in compound(&a, b.value.tensor) })
    }

    private func bindBinary(_ name: String, _ sentence: String, _ both: @escaping Binary) {
        declare("/// \(sentence)\nstatic func \(name) (a: Tensor, b: Tensor) -> Tensor", on: "Tensor") {
            (a: Tensor, b: Tensor) in both(a, b)
        }
    }

    private func bindScalar(_ name: String, _ sentence: String, _ both: @escaping Binary) {
        declare(
            "/// \(sentence): `t \(name) 2`.\nstatic func \(name) (a: Tensor, b: any TensorScalar) -> Tensor",
            on: "Tensor"
        ) { (a: Tensor, b: Number) in both(a, b.value.tensor) }
        declare(
            "/// \(sentence): `2 \(name) t`.\nstatic func \(name) (a: any TensorScalar, b: Tensor) -> Tensor",
            on: "Tensor"
        ) { (a: Number, b: Tensor) in both(a.value.tensor, b) }
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

    /// Whether a tensor is one number, and sums that begin with a number.
    func bindNumbersAsTensors() {
        declare(
            "/// Whether this holds just this number, with no axes: `scores.sum() == 1`.\nstatic func == (a: Tensor, b: any TensorScalar) -> Bool",
            on: "Tensor"
        ) { (a: Tensor, b: Number) in a == b.value }
        declare(
            "/// Whether this is anything but this number: `mask.sum() != 0`.\nstatic func != (a: Tensor, b: any TensorScalar) -> Bool",
            on: "Tensor"
        ) { (a: Tensor, b: Number) in a != b.value }
        declare(
            "/// One tensor of all, beginning with a number: `parts.reduce(0, +)`.\nfunc reduce(_ initialResult: any TensorScalar, _ nextPartialResult: (Tensor, Tensor) throws -> Tensor) rethrows -> Tensor where Element == Tensor",
            on: "Sequence"
        ) { (parts: [Tensor], initial: Number, next: CellFunction) in
            try parts.reduce(initial.value) { try next($0, $1, returning: Tensor.self) }
        }
    }

    private func bindComparison(_ name: String, _ sentence: String, _ body: @escaping Binary) {
        bindBinary(name, "\(sentence) A mask of bools, with broadcasting: `a \(name) b`.", body)
        bindScalar(name, "\(sentence) A mask of bools of the same shape", body)
    }

    /// Choices between a tensor and a number that a variable holds.
    func bindScalarChoices() {
        declare(
            "/// The element where the mask is true, elsewhere the number: `Tensor.where(x .> 0, x, floor)`.\nstatic func `where`(_ mask: Tensor, _ a: Tensor, _ b: any TensorScalar) -> Tensor",
            on: "Tensor"
        ) { (mask: Tensor, a: Tensor, b: Number) in Tensor.where(mask, a, b.value) }
        declare(
            "/// The number where the mask is true, elsewhere the element: `Tensor.where(x .< 0, floor, x)`.\nstatic func `where`(_ mask: Tensor, _ a: any TensorScalar, _ b: Tensor) -> Tensor",
            on: "Tensor"
        ) { (mask: Tensor, a: Number, b: Tensor) in Tensor.where(mask, a.value, b) }
        declare(
            "/// One number where the mask is true, another elsewhere: `Tensor.where(x .> 0, high, low)`.\nstatic func `where`(_ mask: Tensor, _ a: any TensorScalar, _ b: any TensorScalar) -> Tensor",
            on: "Tensor"
        ) { (mask: Tensor, a: Number, b: Number) in Tensor.where(mask, a.value, b.value) }
        bindBound("maximum", "no less", Tensor.maximum)
        bindBound("minimum", "no more", Tensor.minimum)
    }

    private func bindBound(_ name: String, _ words: String, _ both: @escaping Binary) {
        let sentence = "Every element, but \(words) than the number"
        declare(
            "/// \(sentence): `Tensor.\(name)(t, bound)`.\nstatic func \(name)(_ a: Tensor, _ b: any TensorScalar) -> Tensor",
            on: "Tensor"
        ) { (a: Tensor, b: Number) in both(a, b.value.tensor) }
        declare(
            "/// \(sentence): `Tensor.\(name)(bound, t)`.\nstatic func \(name)(_ a: any TensorScalar, _ b: Tensor) -> Tensor",
            on: "Tensor"
        ) { (a: Number, b: Tensor) in both(a.value.tensor, b) }
    }
}
