internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// `Tensor(…)` of a number or of nested arrays.
    func bindTensorInitialisers() {
        declare("/// A tensor without elements, of shape [0]: `Tensor()`.\ninit()", on: "Tensor") { Tensor() }
        declare("/// A tensor of one Int and no axes: `Tensor(3)`.\ninit(_ value: Int)", on: "Tensor") {
            (value: Int) in Tensor(value)
        }
        declare(
            "/// A tensor of one number, kept as Float32, and no axes: `Tensor(0.5)`.\ninit(_ value: Double)",
            on: "Tensor"
        ) { (value: Double) in Tensor(value) }
        declare("/// A tensor of one Float and no axes: `Tensor(Float(0.5))`.\ninit(_ value: Float)", on: "Tensor") {
            (value: Float) in
            Tensor(value)
        }
        declare("/// A tensor of one truth value and no axes: `Tensor(true)`.\ninit(_ value: Bool)", on: "Tensor") {
            (value: Bool) in Tensor(value)
        }
        declare(
            """
            /// A tensor of a shape from its elements in row-major order: `Tensor([1, 2, 3, 4], shape: [2, 2])` is [2, 2].
            init(_ values: [Int], shape: [Int])
            """, on: "Tensor"
        ) { (values: [Int], shape: [Int]) in Tensor(values, shape: shape) }
        declare(
            "/// A tensor of a shape from its elements in row-major order: `Tensor(t.toArray(), shape: [2, 2])`.\ninit(_ values: [Float], shape: [Int])",
            on: "Tensor"
        ) { (values: [Float], shape: [Int]) in Tensor(values, shape: shape) }
        bindTensorArrays(of: Int.self, "Int", "integers")
        bindTensorArrays(of: Double.self, "Double", "numbers (kept as Float32)")
        bindTensorArrays(of: Float.self, "Float", "numbers")
        bindTensorArrays(of: Bool.self, "Bool", "truth values")
    }

    private func bindTensorArrays<Scalar: TensorScalar & HostConvertible>(
        of scalar: Scalar.Type, _ name: String, _ words: String
    ) {
        declare(
            "/// A tensor of \(words) along one axis: `Tensor(values)` of 8 values is [8].\ninit(_ values: [\(name)])",
            on: "Tensor"
        ) {
            (values: [Scalar]) in Tensor(values)
        }
        declare(
            "/// A tensor of \(words) in rows: `Tensor([[1, 2], [3, 4]])` is [2, 2].\ninit(_ values: [[\(name)]])",
            on: "Tensor"
        ) { (values: [[Scalar]]) in Tensor(values) }
        declare(
            "/// A tensor of \(words) along three axes: `Tensor([[[1, 2], [3, 4]]])` is [1, 2, 2].\ninit(_ values: [[[\(name)]]])",
            on: "Tensor"
        ) {
            (values: [[[Scalar]]]) in Tensor(values)
        }
        declare(
            "/// A tensor of \(words) along four axes: `Tensor([[[[1, 2], [3, 4]]]])` is [1, 1, 2, 2].\ninit(_ values: [[[[\(name)]]]])",
            on: "Tensor"
        ) {
            (values: [[[[Scalar]]]]) in Tensor(values)
        }
    }
}
