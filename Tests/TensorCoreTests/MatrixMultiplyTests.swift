import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Matrix products with PyTorch's rules for batches and single axes.
struct MatrixMultiplyTests {
    @Test func batchesStretchAndMatchEinsum() {
        var random = RepeatableRandomGenerator(seed: 7)
        let (a, b) = (random.tensor([2, 1, 3, 4]), random.tensor([5, 4, 6]))
        let product = a.matmul(b)
        #expect(product.shape == [2, 5, 3, 6])
        #expect(product == einsum("x y i k, y k j -> x y i j", a.broadcast(to: [2, 5, 3, 4]), b))
    }

    @Test func singleAxesAreRowsAndColumns() {
        let (matrix, row) = (Tensor([[1.0, 2.0], [3.0, 4.0]]), Tensor([1.0, 1.0]))
        #expect(matrix.matmul(row) == Tensor([3.0, 7.0]))
        #expect(row.matmul(matrix) == Tensor([4.0, 6.0]))
        #expect(row.matmul(row).shape == [])
        #expect(row.matmul(Tensor.ones([3, 2, 5])).shape == [3, 5])
        #expect(Tensor.ones([2, 0]).matmul(Tensor.ones([0, 3])) == Tensor.zeros([2, 3]))
    }

    @Test func piecesOfALargeProductFitTogether() throws {
        var random = RepeatableRandomGenerator(seed: 8)
        let (m, n, k) = (3, 70, (1 << 18) + 5)
        let (a, b) = (random.tensor([m, k]), random.tensor([k, n]))
        let sums = (a.unsqueezed(dim: 2)[0..., 0..., 0] * b.transposed()[69]).sum(dim: 1)
        #expect(a.matmul(b)[0..., 69].allClose(sums, rtol: 1e-4, atol: 1))
    }

    @Test func transposesAndLeadingDimensions() throws {
        var random = RepeatableRandomGenerator(seed: 9)
        let (a, b) = (random.tensor([4, 3]), random.tensor([5, 4]))
        let product = try Tensor(uninitialized: [3, 5]) { out in
            try a.withUnsafeFloats { a in
                try b.withUnsafeFloats { b in
                    guard let a = a.baseAddress, let b = b.baseAddress, let c = out.baseAddress else { return }
                    try MatrixProduct.multiply(
                        a, 3, transposeA: true, b, 4, transposeB: true, into: c, 5, m: 3, n: 5, k: 4)
                }
            }
        }
        #expect(product == a.T.matmul(b.T))
    }

    @Test func aSingularValueDecompositionRebuildsItsMatrix() throws {
        for (rows, columns) in [(5, 3), (3, 5), (4, 4)] {
            var random = RepeatableRandomGenerator(seed: 10)
            let matrix = (0..<rows * columns).map { _ in Double.random(in: -1...1, using: &random) }
            let svd = try SingularValueDecomposition(matrix, rows: rows, columns: columns)
            #expect(svd.s == svd.s.sorted(by: >))
            for i in 0..<rows {
                for j in 0..<columns {
                    let value = (0..<svd.rank).reduce(0.0) {
                        $0 + svd.u[i * svd.rank + $1] * svd.s[$1] * svd.vt[$1 * columns + j]
                    }
                    #expect(abs(value - matrix[i * columns + j]) < 1e-12)
                }
            }
        }
        #expect(throws: TensorError.noConvergence(operation: "svd")) {
            try SingularValueDecomposition([.nan], rows: 1, columns: 1)
        }
    }

    @Test func shapesThatDoNotFitAreNamed() {
        #expect(throws: TensorError.shapeMismatch(operation: "matmul", left: [2, 3], right: [2, 3])) {
            try Fault.catching { Tensor.ones([2, 3]).matmul(Tensor.ones([2, 3])) }
        }
    }
}
