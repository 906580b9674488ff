internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindTensorProducts() {
        declare(
            "/// The matrix product over the last two axes, with broadcasting over the others.\nfunc matmul(_ other: Tensor) -> Tensor",
            on: "Tensor"
        ) { (t: Tensor, other: Tensor) in t.matmul(other) }
        declare(
            """
            /// Sums of products named by axis: `einsum("b p h d, h d m -> b p m", z, wO)`.
            func einsum(_ equation: String, _ tensors: Tensor...) -> Tensor
            """
        ) { (equation: String, tensors: [Tensor]) in einsum(equation, tensors) }
    }

    func bindRandomNumbers() {
        declare(
            "/// Starts the random numbers anew, as PyTorch's `manual_seed`: `manualSeed(0)`.\nfunc manualSeed(_ seed: Int)"
        ) { (seed: Int) in manualSeed(seed) }
        declare(
            """
            /// Random integers from `low` up to but without `high`, the ones that PyTorch draws on a CPU after the same seed.
            static func randint(_ low: Int, _ high: Int, size: [Int]) -> Tensor
            """, on: "Tensor"
        ) { (low: Int, high: Int, size: [Int]) in Tensor.randint(low, high, size: size) }
        declare("/// Random numbers from 0 up to 1, evenly spread.\nstatic func rand(_ shape: [Int]) -> Tensor", on: "Tensor") {
            (shape: [Int]) in Tensor.rand(shape)
        }
        declare("/// Random numbers with mean 0 and deviation 1.\nstatic func randn(_ shape: [Int]) -> Tensor", on: "Tensor") {
            (shape: [Int]) in Tensor.randn(shape)
        }
    }

    func bindTensorFiles() {
        declare(
            """
            /// Writes tensors into a safetensors file: `try saveTensors(["map": map], to: "map.safetensors")`.
            func saveTensors(_ tensors: [String: Tensor], to path: String) throws
            """
        ) { (tensors: [String: Tensor], path: String) in try saveTensors(tensors, to: path) }
        declare(
            """
            /// Reads all tensors of a safetensors file, by name.
            func loadTensors(from path: String) throws -> [String: Tensor]
            """
        ) { (path: String) in try loadTensors(from: path) }
    }
}
