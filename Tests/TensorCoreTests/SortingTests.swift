import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Sorting, the largest few, and picking by index.
struct SortingTests {
    @Test func sortedValuesAndWhereTheyCameFrom() {
        var random = RepeatableRandomGenerator(seed: 6)
        for _ in 0..<100 {
            let tensor = random.tensor(random.shape(1...3, lengths: 1...6))
            let dim = Int.random(in: 0..<tensor.ndim, using: &random)
            let (values, indices) = tensor.sort(dim: dim, descending: true)
            #expect(tensor.gather(dim: dim, index: indices) == values)
            let rows = values.transposed(dim, -1).reshaped(-1, tensor.shape[dim])
            #expect((rows[0..., 1...] .<= rows[0..., ..<(-1)]).all())
            let k = Int.random(in: 0...tensor.shape[dim], using: &random)
            let top = tensor.topk(k, dim: dim)
            #expect(top.values == values.transposed(dim, 0)[0..<k].transposed(dim, 0))
        }
    }

    @Test func equalElementsKeepTheirOrderAndNaNIsLargest() {
        #expect(Tensor([2, 1, 2, 1]).argsort().toIntArray() == [1, 3, 0, 2])
        #expect(Tensor([2.0, .nan, 5.0]).topk(2).indices.toIntArray() == [1, 2])
    }

    @Test func answersArePickedFromLogits() {
        let logits = Tensor([[0.1, 0.2, 0.3], [1.0, 2.0, 3.0]])
        #expect(logits.gather(dim: -1, index: Tensor([[2, 0], [1, 1]])) == Tensor([[0.3, 0.1], [2.0, 2.0]]))
        #expect(throws: TensorError.indexOutOfRange(index: 3, axis: 1, shape: [2, 3])) {
            try Fault.catching { logits.gather(dim: -1, index: Tensor([[3], [0]])) }
        }
        #expect(throws: TensorError.self) { try Fault.catching { logits.topk(4) } }
    }

    @Test func whereTrianglesAndDiagonals() {
        let square = Tensor.ones([3, 3])
        #expect(square.tril().sum().item() == 6)
        #expect(square.triu(1).toArray() == [0, 1, 1, 0, 0, 1, 0, 0, 0])
        #expect(Tensor.arange(9).reshaped(3, 3).diagonal().toIntArray() == [0, 4, 8])
        #expect(Tensor.where(Tensor([true, false]), Tensor([1, 2]), 9).toIntArray() == [1, 9])
    }
}
