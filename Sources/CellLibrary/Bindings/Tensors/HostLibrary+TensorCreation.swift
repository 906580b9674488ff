internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorCreation() {
        bindFilledTensors()
        bindSequencesOfNumbers()
        bindJoinedTensors()
    }

    private func bindFilledTensors() {
        declare(
            """
            /// A tensor of zeros: `Tensor.zeros([12, 12])` is [12, 12].
            static func zeros(_ shape: [Int], dtype: DType = .float32) -> Tensor
            """, on: "Tensor"
        ) { (shape: [Int], dtype: DType) in Tensor.zeros(shape, dtype: dtype) }
        declare(
            """
            /// A tensor of ones: `Tensor.ones([2, 3])` is [2, 3].
            static func ones(_ shape: [Int], dtype: DType = .float32) -> Tensor
            """, on: "Tensor"
        ) { (shape: [Int], dtype: DType) in Tensor.ones(shape, dtype: dtype) }
        declare(
            """
            /// A tensor with one value everywhere: `Tensor.full([2, 3], 0.5)` is [2, 3].
            static func full(_ shape: [Int], _ value: Double, dtype: DType = .float32) -> Tensor
            """, on: "Tensor"
        ) { (shape: [Int], value: Double, dtype: DType) in Tensor.full(shape, value, dtype: dtype) }
        declare(
            "/// Zeros of another tensor's shape and kind: `Tensor.zerosLike(map)`.\nstatic func zerosLike(_ other: Tensor) -> Tensor",
            on: "Tensor"
        ) { (other: Tensor) in Tensor.zerosLike(other) }
        declare(
            "/// Ones of another tensor's shape and kind: `Tensor.onesLike(map)`.\nstatic func onesLike(_ other: Tensor) -> Tensor",
            on: "Tensor"
        ) { (other: Tensor) in Tensor.onesLike(other) }
        declare(
            """
            /// The identity matrix of `n` rows: `Tensor.eye(3)` is [3, 3].
            static func eye(_ n: Int) -> Tensor
            """, on: "Tensor"
        ) { (n: Int) in Tensor.eye(n) }
    }

    private func bindSequencesOfNumbers() {
        declare(
            """
            /// The integers from 0 up to but without `end`: `Tensor.arange(5)` is [5].
            static func arange(_ end: Int) -> Tensor
            """, on: "Tensor"
        ) { (end: Int) in Tensor.arange(end) }
        declare(
            """
            /// The integers from `start` up to but without `end`: `Tensor.arange(2, 10, step: 2)` is [4].
            static func arange(_ start: Int, _ end: Int, step: Int = 1) -> Tensor
            """, on: "Tensor"
        ) { (start: Int, end: Int, step: Int) in Tensor.arange(start, end, step: step) }
        declare(
            """
            /// Numbers at equal distances, both ends among them: `Tensor.linspace(0, 1, steps: 5)` is [5].
            static func linspace(_ start: Double, _ end: Double, steps: Int) -> Tensor
            """, on: "Tensor"
        ) { (start: Double, end: Double, steps: Int) in Tensor.linspace(start, end, steps: steps) }
    }

    private func bindJoinedTensors() {
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
    }
}
