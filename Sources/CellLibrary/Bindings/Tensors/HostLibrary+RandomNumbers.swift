internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    func bindRandomNumbers() {
        declare(
            "/// Starts the random numbers anew, as PyTorch's `manual_seed`: `manualSeed(0)`.\nfunc manualSeed(_ seed: Int)"
        ) { (seed: Int) in manualSeed(seed) }
        declare(
            """
            /// Random integers from `low` up to but without `high`, the ones that PyTorch draws on a CPU after the same seed.
            ///
            /// `Tensor.randint(100, 20_000, size: [2, 100])` is [2, 100].
            static func randint(_ low: Int, _ high: Int, size: [Int]) -> Tensor
            """, on: "Tensor"
        ) { (low: Int, high: Int, size: [Int]) in Tensor.randint(low, high, size: size) }
        declare(
            "/// Random integers from 0 up to but without `high`: `Tensor.randint(100, size: [2, 5])` is [2, 5].\nstatic func randint(_ high: Int, size: [Int]) -> Tensor",
            on: "Tensor"
        ) { (high: Int, size: [Int]) in Tensor.randint(high, size: size) }
        declare(
            "/// Random numbers from 0 up to 1, evenly spread: `Tensor.rand([2, 3])` is [2, 3].\nstatic func rand(_ size: [Int]) -> Tensor",
            on: "Tensor"
        ) {
            (size: [Int]) in Tensor.rand(size)
        }
        declare(
            "/// Random numbers with mean 0 and deviation 1: `Tensor.randn([2, 3])` is [2, 3].\nstatic func randn(_ size: [Int]) -> Tensor",
            on: "Tensor"
        ) {
            (size: [Int]) in Tensor.randn(size)
        }
        declare(
            "/// The integers below `n` in random order: `Tensor.randperm(5)` is [5].\nstatic func randperm(_ n: Int) -> Tensor",
            on: "Tensor"
        ) {
            (n: Int) in Tensor.randperm(n)
        }
    }
}
