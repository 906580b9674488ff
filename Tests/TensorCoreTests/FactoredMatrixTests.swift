import SessionSafety
import TensorCore
import TestSupport
import Testing

/// A factored matrix says of its product what the product multiplied out says.
struct FactoredMatrixTests {
    private func random(_ shape: [Int], seed: UInt64) -> Tensor {
        var generator = RandomGenerator(seed: seed)
        return Tensor.randn(shape, using: &generator)
    }

    /// A stack of matrices; also with a middle that is wider than the matrix itself.
    private func matrices(_ l: Int, _ m: Int, _ r: Int) -> FactoredMatrix {
        FactoredMatrix(random([2, 3, l, m], seed: 1), random([2, 3, m, r], seed: 2))
    }

    @Test(arguments: [(9, 4, 7), (5, 5, 5), (4, 9, 6), (3, 2, 3)])
    func decomposition(_ l: Int, _ m: Int, _ r: Int) throws {
        let matrix = matrices(l, m, r)
        let (u, s, v) = try matrix.svd()
        let k = min(l, m, r)
        #expect(u.shape == [2, 3, l, k] && s.shape == [2, 3, k] && v.shape == [2, 3, r, k])
        expectClose((u * s.unsqueezed(dim: -2)).matmul(v.T), matrix.AB, absolute: 1e-4)
        expectClose(v.T.matmul(v), Tensor.eye(k).broadcast(to: [2, 3, k, k]), absolute: 1e-5)
        expectClose(matrix.norm(), (matrix.AB * matrix.AB).sum(dim: [-2, -1]).sqrt())
        expectClose((s * s).sum(dim: -1).sqrt(), matrix.norm())
        expectClose(try matrix.makeEven().AB, matrix.AB)
        expectClose(u.matmul(try matrix.collapseL()), matrix.AB)
        expectClose(try matrix.collapseR().matmul(v.T), matrix.AB)
    }

    @Test func eigenvalues() throws {
        let matrix = matrices(8, 3, 8)
        let (real, imaginary) = try matrix.eigenvalues()
        #expect(real.shape == [2, 3, 3])
        for layer in 0..<2 {
            for head in 0..<3 {
                let product = matrix.AB[layer, head]
                expectClose(real[layer, head].sum(), product.diagonal().sum())
                let squares = (real * real - imaginary * imaginary)[layer, head].sum()
                expectClose(squares, product.matmul(product).diagonal().sum(), absolute: 1e-3)
            }
        }
        let turn = try FactoredMatrix(Tensor([[0.0, -2.0], [2.0, 0.0]]), Tensor.eye(2)).eigenvalues()
        expectClose(turn.real, Tensor([0.0, 0.0]), absolute: 1e-6)
        expectClose(turn.imaginary, Tensor([2.0, -2.0]), absolute: 1e-6)
        #expect(throws: TensorError.self) { try matrices(4, 3, 5).eigenvalues() }
    }

    @Test func products() throws {
        let (matrix, other) = (matrices(6, 2, 5), matrices(5, 3, 4))
        let (left, right) = (random([7, 6], seed: 3), random([5, 8], seed: 4))
        expectClose(matrix.matmul(right).AB, matrix.AB.matmul(right))
        expectClose(matrix.matmul(random([5, 1], seed: 4)).AB, matrix.AB.matmul(random([5, 1], seed: 4)))
        expectClose(left.matmul(matrix).AB, left.matmul(matrix.AB))
        expectClose(matrix.matmul(other).AB, matrix.AB.matmul(other.AB))
        #expect(matrix.matmul(other).A.shape.last == 2)
        expectClose((matrix * 2).AB, matrix.AB * 2)
        expectClose(matrix.T.AB, matrix.AB.T)
        expectClose(matrix[1, 2].AB, matrix.AB[1, 2])
        #expect(matrix.corner(-1).shape == [2, 3, 0, 0])
        #expect(matrix[1].shape == [3, 6, 5] && matrix.corner(2).shape == [2, 3, 2, 2])
        expectClose(matrix.corner(2), matrix.AB[..., 0..<2, 0..<2])
    }

    /// Rows and columns after the leading axes; a single one keeps its axis, as in TransformerLens.
    @Test func rowsAndColumns() throws {
        let matrix = FactoredMatrix(random([4, 2], seed: 5), random([2, 6], seed: 6))
        expectClose(matrix[[1, 2], [3, 4, 5]].AB, matrix.AB[1..<3, 3..<6])
        expectClose(matrix[0].AB, matrix.AB[0..<1])
        expectClose(matrix[0..., -1].AB, matrix.AB[0..., 5..<6])
        expectClose(matrix[..<2, .stride(by: 2)].AB, matrix.AB[..<2, .stride(by: 2)])
        expectClose(matrix[Tensor([true, false, true, false])].AB, matrix.AB[[0, 2]])
        let stack = matrices(5, 3, 4)
        expectClose(stack[1, 0..., 2..<4, [0, 3]].AB, stack.AB[1, 0..., 2..<4][0..., 0..., [0, 3]])
        expectClose(stack[.ellipsis, 1].AB, stack.AB[.ellipsis, 1..<2])
        #expect(stack.ldim == 5 && stack.mdim == 3 && stack.rdim == 4)
        let error = #expect(throws: TensorError.self) { try Fault.catching { matrix[4] } }
        #expect(error == .indexOutOfRange(index: 4, axis: 0, shape: [4, 6]))
        #expect(throws: TensorError.tooManyIndices(given: 3, shape: [4, 6])) { try Fault.catching { matrix[0, 0, 0] } }
    }

    @Test func matricesWithoutElements() throws {
        let none = FactoredMatrix(Tensor.zeros([2, 0, 3]), Tensor.zeros([2, 3, 0]))
        #expect(try none.svd().S.shape == [2, 0] && none.norm() == Tensor.zeros([2]))
        let tall = Tensor.zeros([1 << 40, 0])
        #expect(throws: TensorError.self) { try Fault.catching { FactoredMatrix(tall, tall.T).AB } }
        #expect(FactoredMatrix(tall, tall.T).norm() == Tensor(0.0))
    }

    @Test func whatDoesNotFitIsAnError() throws {
        let (a, b) = (Tensor.ones([2, 3]), Tensor.ones([4, 2]))
        #expect(throws: TensorError.self) { try Fault.catching { FactoredMatrix(a, b) } }
        #expect(throws: TensorError.self) { try Fault.catching { FactoredMatrix(a, a.T).matmul(b) } }
        let (two, three) = (Tensor.ones([2, 2, 2]), Tensor.ones([3, 2, 2]))
        #expect(throws: TensorError.self) { try Fault.catching { try FactoredMatrix(two, three).svd() } }
        #expect(throws: TensorError.self) { try Fault.catching { matrices(2, 2, 2)[0, 0, 0, 0, 0] } }
        #expect(throws: TensorError.self) { try Fault.catching { matrices(2, 2, 2)[7] } }
        #expect(throws: TensorError.self) { try FactoredMatrix(a * Double.nan, a.T).svd() }
        #expect(throws: TensorError.self) { try FactoredMatrix(a * Double.infinity, a.T).eigenvalues() }
    }
}
