internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorCreation() {
        bindTensorInitialisers()
        declare(
            """
            /// A tensor of zeros: `Tensor.zeros([12, 12])`.
            static func zeros(_ shape: [Int]) -> Tensor
            """, on: "Tensor"
        ) { (shape: [Int]) in Tensor.zeros(shape) }
        declare(
            """
            /// A tensor of ones: `Tensor.ones([2, 3])`.
            static func ones(_ shape: [Int]) -> Tensor
            """, on: "Tensor"
        ) { (shape: [Int]) in Tensor.ones(shape) }
        declare(
            """
            /// A tensor with one value everywhere: `Tensor.full([2, 3], 0.5)`.
            static func full(_ shape: [Int], _ value: Double) -> Tensor
            """, on: "Tensor"
        ) { (shape: [Int], value: Double) in Tensor.full(shape, value) }
        declare(
            """
            /// The integers from 0 up to but without `end`: `Tensor.arange(5)`.
            static func arange(_ end: Int) -> Tensor
            """, on: "Tensor"
        ) { (end: Int) in Tensor.arange(end) }
        declare(
            """
            /// The integers from `start` up to but without `end`: `Tensor.arange(2, 10, step: 2)`.
            static func arange(_ start: Int, _ end: Int, step: Int = 1) -> Tensor
            """, on: "Tensor"
        ) { (start: Int, end: Int, step: Int) in Tensor.arange(start, end, step: step) }
        declare(
            """
            /// The identity matrix of `size` rows: `Tensor.eye(3)`.
            static func eye(_ size: Int) -> Tensor
            """, on: "Tensor"
        ) { (size: Int) in Tensor.eye(size) }
        declare(
            """
            /// Tensors of one shape along a new axis: `Tensor.stack([a, b])` of [3] and [3] is [2, 3].
            static func stack(_ tensors: [Tensor], dim: Int = 0) -> Tensor
            """, on: "Tensor"
        ) { (tensors: [Tensor], dim: Int) in Tensor.stack(tensors, dim: dim) }
        declare(
            """
            /// Tensors one after the other along an axis: `Tensor.cat([a, b], dim: 1)` of [2, 3] and [2, 4] is [2, 7].
            static func cat(_ tensors: [Tensor], dim: Int = 0) -> Tensor
            """, on: "Tensor"
        ) { (tensors: [Tensor], dim: Int) in Tensor.cat(tensors, dim: dim) }
        declare(
            """
            /// The larger of the two at every place, with broadcasting.
            static func maximum(_ a: Tensor, _ b: Tensor) -> Tensor
            """, on: "Tensor"
        ) { (a: Tensor, b: Tensor) in Tensor.maximum(a, b) }
        declare(
            """
            /// The smaller of the two at every place, with broadcasting.
            static func minimum(_ a: Tensor, _ b: Tensor) -> Tensor
            """, on: "Tensor"
        ) { (a: Tensor, b: Tensor) in Tensor.minimum(a, b) }
    }

    /// `Tensor(…)` of a number or of nested arrays, and array literals.
    private func bindTensorInitialisers() {
        declare("/// A tensor of one Int and no axes: `Tensor(3)`.\ninit(_ value: Int)", on: "Tensor") { (value: Int) in
            Tensor(value)
        }
        declare("/// A tensor of one number and no axes: `Tensor(0.5)`.\ninit(_ value: Double)", on: "Tensor") {
            (value: Double) in Tensor(value)
        }
        declare("/// A tensor of one Float and no axes.\ninit(_ value: Float)", on: "Tensor") { (value: Float) in
            Tensor(value)
        }
        bindTensorArrays(of: Int.self, "Int", "integers")
        bindTensorArrays(of: Double.self, "Double", "numbers (kept as Float32)")
        bindTensorArrays(of: Float.self, "Float", "numbers")
        bindTensorArrays(of: Bool.self, "Bool", "truth values")
    }

    private func bindTensorArrays<Scalar: TensorScalar & HostConvertible>(
        of scalar: Scalar.Type, _ name: String, _ words: String
    ) {
        declare("/// A tensor of \(words) along one axis.\ninit(_ values: [\(name)])", on: "Tensor") {
            (values: [Scalar]) in Tensor(values)
        }
        declare("/// A tensor of \(words) in rows: `Tensor([[1, 2], [3, 4]])`.\ninit(_ values: [[\(name)]])", on: "Tensor") {
            (values: [[Scalar]]) in Tensor(values)
        }
        declare("/// A tensor of \(words) along three axes.\ninit(_ values: [[[\(name)]]])", on: "Tensor") {
            (values: [[[Scalar]]]) in Tensor(values)
        }
        declare("/// A tensor of \(words) along four axes.\ninit(_ values: [[[[\(name)]]]])", on: "Tensor") {
            (values: [[[[Scalar]]]]) in Tensor(values)
        }
    }
}
