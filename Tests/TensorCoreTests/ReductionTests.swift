import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Sums, means and extremes along any axes.
struct ReductionTests {
    @Test func everyAxisGivesWhatTheDefinitionGives() {
        var random = RepeatableRandomGenerator(seed: 5)
        for _ in 0..<200 {
            let tensor = random.tensor(random.shape(1...4))
            let axes = tensor.shape.indices.shuffled(using: &random)
                .prefix(Int.random(in: 1...tensor.ndim, using: &random)).sorted()
            let groups = grouped(tensor, axes)
            #expect(tensor.sum(dim: axes, keepdim: true).toArray() == groups.map { $0.reduce(0, +) })
            #expect(tensor.sum(dim: axes).ndim == tensor.ndim - axes.count)
            let axis = axes[0]
            let single = grouped(tensor, [axis])
            #expect(tensor.max(dim: axis).toArray() == single.map { $0.max() ?? 0 })
            #expect(tensor.min(dim: axis - tensor.ndim).toArray() == single.map { $0.min() ?? 0 })
            #expect(tensor.argmax(dim: axis).toIntArray() == single.map { $0.firstIndex(of: $0.max() ?? 0) ?? 0 })
            #expect(tensor.cumsum(dim: axis)[indices: picks(tensor, axis, -1)] == tensor.sum(dim: axis))
        }
    }

    /// The values of each group that is reduced to one element, in the order of the result.
    private func grouped(_ tensor: Tensor, _ axes: [Int]) -> [[Float]] {
        let naive = Naive(tensor)
        let kept = tensor.shape.enumerated().map { axes.contains($0) ? 1 : $1 }
        return Naive.positions(kept).map { outer in
            Naive.positions(tensor.shape.enumerated().map { axes.contains($0) ? $1 : 1 }).map { inner in
                naive[zip(outer, inner).map { $0 + $1 }]
            }
        }
    }

    private func picks(_ tensor: Tensor, _ axis: Int, _ index: Int) -> [TensorIndexOperation] {
        tensor.shape.indices.map { $0 == axis ? .pick(index) : .slice(start: 0, end: nil, step: 1) }
    }

    @Test func statisticsFollowPyTorch() {
        let values = Tensor([[1.0, 2.0, 4.0], [0.0, 0.0, 3.0]])
        #expect(values.var(dim: 1).allClose(Tensor([2.333_333_3, 3.0])))
        #expect(values.std(dim: 1, unbiased: false).allClose(Tensor([1.247_219, 1.414_213_6])))
        #expect(values.norm(dim: 0).allClose(Tensor([1.0, 2.0, 5.0])))
        #expect(values.mean(dim: 0, keepdim: true).shape == [1, 3])
        #expect(Tensor([1, 2]).mean().item() == 1.5)
        #expect(Tensor([true, true, false]).sum().item() == 2)
        #expect(Tensor(3.0).sum(dim: -1).item() == 3)
    }

    @Test func aMillionSmallValuesKeepTheirMean() {
        let values = Tensor.full([1 << 20], 0.1)
        #expect(abs(values.mean().item() - 0.1) < 1e-7)
        #expect(values.reshaped(1024, 1024).mean(dim: 0).allClose(Tensor.full([1024], 0.1), rtol: 1e-6))
    }

    @Test func notANumberIsNeverHidden() {
        let values = Tensor([1.0, .nan, 3.0])
        #expect(values.max().item().isNaN && values.min().item().isNaN && values.sum().item().isNaN)
        #expect(values.argmax().item() == 1)
    }

    @Test func anEmptyAxisHasNoLargestElement() {
        #expect(Tensor.zeros([2, 0]).sum(dim: 1).toArray() == [0, 0])
        #expect(throws: TensorError.emptyReduction(operation: "max", shape: [2, 0])) {
            try Fault.catching { Tensor.zeros([2, 0]).max(dim: 1) }
        }
        #expect(throws: TensorError.badAxis(operation: "mean", axis: 2, shape: [2, 3])) {
            try Fault.catching { Tensor.zeros([2, 3]).mean(dim: 2) }
        }
    }
}
